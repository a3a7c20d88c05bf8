package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderTextTest {

    static Stream<Arguments> encodedWords() {
        return Stream.of(
                arguments("Hello, World", "Hello, World"),
                arguments("=?utf-8?q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?=", "Grüße aus Köln"),
                arguments("=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
                arguments("=?utf-8?b?R3LDvMOfZQ?=", "Grüße"),
                arguments("=?utf-8*de?Q?K=C3=B6ln?=", "Köln"),
                arguments("=?utf-8?Q?one?= =?utf-8?Q?two?=", "onetwo"),
                arguments("=?utf-8?Q?one?=\r\n =?iso-8859-1?Q?_tw=F6?=", "one twö"),
                arguments("=?utf-8?Q?one?= and =?utf-8?Q?two?=", "one and two"),
                arguments("=?utf-8?Q?one?==?utf-8?Q?two?=", "onetwo"),
                arguments("=?utf-8?Q?split_=C3?= =?utf-8?Q?=BC_here?=", "split ü here"),
                arguments("=?utf-8?B?w7?= =?utf-8?B?w=?=", "ü"),
                arguments("=?utf-8?B?4pyTIO?= =?utf-8?B?KckyBvaw==?=", "✓ ✓ ok"),
                arguments("=?utf-8?Q?with raw spaces?=", "with raw spaces"),
                arguments("=?utf-8?Q?broken =ZZ escape=?=", "broken =ZZ escape="),
                arguments("\"=?utf-8?Q?quoted?=\" rest", "\"quoted\" rest"),
                arguments("x=?utf-8?Q?glued?=y", "xgluedy"),
                arguments("=?x-unknown?Q?caf=E9?=", "café"),
                arguments("=?us-ascii?Q?caf=C3=A9?=", "café"),
                arguments("=?utf-8?Q?caf=E9?=", "café"),
                arguments("=?iso-8859-1?Q?caf=C3=A9?=", "café"),
                arguments("=?iso-8859-1?Q?price_=80_5?=", "price € 5"),
                arguments("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"),
                arguments("=?gb2312?B?xOO6ww==?=", "你好"),
                arguments("=?ks_c_5601-1987?B?vsiz58fPvLy/5A==?=", "안녕하세요"),
                arguments("=?utf-7?Q?+APw-ber?=", "über"),
                arguments("=?utf-8?X?what?=", "=?utf-8?X?what?="),
                arguments("=?utf-8?Q?never ends", "=?utf-8?Q?never ends"),
                arguments("=??Q??=", "=??Q??="),
                arguments("=?utf-8?Q??=", ""),
                arguments("50% =? of ?= it", "50% =? of ?= it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodedWords")
    void encoded_words_are_decoded(String raw, String expected) {
        assertThat(HeaderText.decode(raw.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(expected);
    }

    @Test
    void a_long_word_is_decoded_whole() {
        String word = "=?utf-8?Q?" + "=C3=BC".repeat(5000) + "?=";
        assertThat(HeaderText.decode(word)).isEqualTo("ü".repeat(5000));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, Grüße aus Köln", "windows-1252, Grüße aus Köln", "windows-1252, café", "windows-1251, Привет как дела",
        "KOI8-R, Привет как дела", "GB18030, 你好我们今天去学习", "Big5, 您好我們明天見面", "EUC-KR, 안녕하세요 여러분",
        "windows-31j, こんにちは世界", "EUC-JP, こんにちは世界", "ISO-2022-JP, こんにちは世界"
    })
    void raw_text_is_read_in_its_likely_character_set(Charset charset, String text) {
        assertThat(HeaderText.decode(text.getBytes(charset))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'folded\r\n line'|folded line",
                "'folded\r\n\tline'|folded line",
                "'two\r\nBcc: x@y'|two Bcc: x@y",
                "'nul\u0000 bell\u0007'|nul bell",
                "'=?utf-8?Q?a=0D=0ABcc:_x?='|a  Bcc: x",
                "'=?utf-8?Q?exe=E2=80=AEgpj?='|exegpj",
                "'invoice\u202Efdp.exe'|invoicefdp.exe",
            })
    void nothing_that_controls_the_display_is_left(String raw, String expected) {
        assertThat(HeaderText.decode(raw)).isEqualTo(expected);
    }

    @Test
    void random_octets_never_throw_and_leave_no_control_character() {
        Random random = new Random(7);
        String bits = "=?utf-8?Q?B?== \r\n*'";
        for (int i = 0; i < 20_000; i++) {
            byte[] raw = new byte[random.nextInt(60)];
            for (int k = 0; k < raw.length; k++) {
                raw[k] = (byte)
                        (random.nextInt(4) == 0 ? random.nextInt(256) : bits.charAt(random.nextInt(bits.length())));
            }
            assertThat(HeaderText.decode(raw).chars()).noneMatch(Character::isISOControl);
        }
    }

    @ParameterizedTest
    @CsvSource({"=?utf-8?Q?", "=?", "=?a?b?c?=", "=?utf-8?B?AAAAA?= ", "=?utf-8?Q?x?= =?koi8-r?Q?x?=", "?="})
    void a_megabyte_of_anything_takes_no_time(String piece) {
        String raw = piece.repeat(1_000_000 / piece.length());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(3), () -> HeaderText.decode(raw));
    }
}
