package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecodingTest {

    @ParameterizedTest
    @CsvSource({
        "utf8, UTF-8, naïve ✓",
        "x-gbk, GBK, 你好世界",
        "gb2312, GB18030, 㐀朱镕基",
        "ks_c_5601-1987, x-windows-949, 똠방각하",
        "iso-8859-1, windows-1252, “quotes” and €",
        "shift-jis, windows-31j, ①髙橋",
        "cp932, windows-31j, 日本",
        "big5, Big5-HKSCS, 您好",
        "EUC-KR, EUC-KR, 안녕",
        "koi8-r, KOI8-R, Привет",
        "windows-1251, windows-1251, Привет",
        "iso-2022-kr, ISO-2022-KR, 안녕하세요",
        "iso-8859-8-i, ISO-8859-8, שלום",
        "tis-620, x-windows-874, สวัสดี",
        "utf-16, UTF-16, with a mark",
        "utf-16le, UTF-16LE, so",
        "utf-16, UTF-16LE, no mark at all",
        "iso-2022-jp, x-windows-iso2022jp, ①日本 ｶﾅ",
        "'\"utf-8\"', UTF-8, ü",
        "macintosh, x-MacRoman, é"
    })
    void a_declared_character_set_is_found_by_the_names_mail_uses(String label, Charset charset, String text) {
        assertThat(TextDecoding.decode(text.getBytes(charset), label)).isEqualTo(DecodedText.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi Mom -+Jjo--!|Hi Mom -☺-!",
                "A+ImIDkQ.|A≢Α.",
                "1 +- 1|1 + 1",
                "+ZeVnLIqe-|日本語",
                "plain|plain",
                "open +|'open '",
            })
    void utf_7_is_read_where_it_is_declared(String encoded, String text) {
        assertThat(TextDecoding.decode(encoded.getBytes(StandardCharsets.US_ASCII), "utf-7")
                        .text())
                .isEqualTo(text);
    }

    @Test
    void utf_7_is_never_guessed() {
        byte[] octets = "<meta charset=utf-7>+ADw-script+AD4-".getBytes(StandardCharsets.US_ASCII);
        assertThat(TextDecoding.decode(octets, "").text()).contains("+ADw-script");
    }

    @ParameterizedTest
    @CsvSource({
        "us-ascii, windows-1252, 'Schöne Grüße, Jürgen'", "'', windows-1251, Привет как дела",
                "utf-8, windows-1252, 'Schöne Grüße'",
        "x-unknown, windows-31j, これは日本語のメールです", "utf-8, GB18030, 你好我们今天去学习", "iso-8859-1, UTF-8, 'Schöne Grüße'",
        "us-ascii, ISO-2022-JP, 日本語のメール", "utf-16, UTF-8, plain text after all: ü"
    })
    void a_missing_or_wrong_declaration_is_corrected(String label, Charset charset, String text) {
        DecodedText decoded = TextDecoding.decode(text.getBytes(charset), label);
        assertThat(decoded).isEqualTo(new DecodedText(text, false, true));
    }

    @Test
    void ascii_and_undeclared_utf_8_count_as_certain() {
        assertThat(TextDecoding.decode("plain".getBytes(StandardCharsets.US_ASCII), ""))
                .isEqualTo(DecodedText.of("plain"));
        assertThat(TextDecoding.decode("schön".getBytes(StandardCharsets.UTF_8), ""))
                .isEqualTo(DecodedText.of("schön"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_beats_the_declaration_and_is_dropped(Charset charset) {
        assertThat(TextDecoding.decode("\uFEFFü".getBytes(charset), "koi8-r").text())
                .isEqualTo("ü");
    }

    @Test
    void one_damaged_character_does_not_change_the_character_set() {
        byte[] octets = ("ü".repeat(20) + "?").getBytes(StandardCharsets.UTF_8);
        octets[40] = (byte) 0xFF;
        assertThat(TextDecoding.decode(octets, "utf-8").text()).isEqualTo("ü".repeat(20) + "\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=koi8-r>",
                "<META CHARSET = \"KOI8-R\" />",
                "<html><meta name=x><meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>"
            })
    void html_may_declare_its_own_character_set(String head) throws IOException {
        byte[] octets = (head + "<p>ПРИВЕТ").getBytes(Charset.forName("KOI8-R"));
        assertThat(TextDecoding.decodeHtml(new ByteArrayInputStream(octets), "", 1000)
                        .text())
                .endsWith("ПРИВЕТ");
    }

    @Test
    void a_long_text_is_cut_between_characters_and_says_so() throws IOException {
        byte[] octets = "üüüü".getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoding.decode(new ByteArrayInputStream(octets), "utf-8", 5))
                .isEqualTo(new DecodedText("üü", true, false));
        assertThat(TextDecoding.decode(new ByteArrayInputStream(octets), "utf-8", 8))
                .isEqualTo(DecodedText.of("üüüü"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8",
                "utf-7",
                "utf-16",
                "iso-2022-jp",
                "gb2312",
                "big5",
                "ks_c_5601-1987",
                "koi8-r",
                "",
                "%%",
                "iso-2022-cn",
                "x-compound-text"
            })
    void random_octets_never_throw(String label) {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            byte[] octets = new byte[random.nextInt(80)];
            random.nextBytes(octets);
            assertThat(TextDecoding.decode(octets, label).text()).isNotNull();
        }
    }
}
