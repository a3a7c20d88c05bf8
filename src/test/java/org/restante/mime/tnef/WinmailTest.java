package org.restante.mime.tnef;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.restante.mime.Display;
import org.restante.mime.Part;
import org.restante.mime.PartId;
import org.restante.mime.tnef.TnefFile.Properties;

class WinmailTest {

    private static final Part PART = new Part(
            Optional.of(new PartId("2")),
            "application/ms-tnef",
            Map.of(),
            "",
            "base64",
            1000,
            "attachment",
            "winmail.dat",
            List.of());

    private static final byte[] FILE = new TnefFile()
            .attribute(1, 0x00069007, new byte[] {(byte) 0xE3, 4, 0, 0, 0, 0, 0, 0})
            .message(new Properties()
                    .named("Keywords", "odd")
                    .number(Property.INTERNET_CODE_PAGE, 65001)
                    .binary(Property.HTML, "<p>Grüße <img src=\"cid:logo@x\"></p>".getBytes(StandardCharsets.UTF_8))
                    .bytes())
            .attachment(
                    "REPORT~1.PDF",
                    "%PDF-1.7 report".getBytes(),
                    new Properties()
                            .text(Property.ATTACH_LONG_FILENAME, "Report für Anna.pdf")
                            .text(Property.ATTACH_MIME_TAG, "application/pdf")
                            .bytes())
            .attachment("notes.txt", "some notes".getBytes(), null)
            .attachment(
                    "logo.png",
                    null,
                    new Properties()
                            .text(Property.ATTACH_CONTENT_ID, "logo@x")
                            .binary(Property.ATTACH_DATA, "png!".getBytes())
                            .bytes())
            .attachment(
                    "Forwarded",
                    null,
                    new Properties()
                            .object(
                                    Property.ATTACH_DATA,
                                    new TnefFile()
                                            .attribute(1, 0x0002800C, "inner words\0".getBytes())
                                            .attachment("in.zip", "1;2".getBytes(), null)
                                            .bytes())
                            .bytes())
            .bytes();

    private static Part open(byte[] octets) throws IOException {
        return Winmail.open(PART, () -> new ByteArrayInputStream(octets), true);
    }

    private static String content(byte[] octets, int number) throws IOException {
        return new String(
                Winmail.content(new ByteArrayInputStream(octets), number).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void what_is_packed_are_parts() throws IOException {
        Part opened = open(FILE);
        assertThat(opened.flattened().skip(1))
                .extracting(part -> part.id().orElseThrow().value(), Part::type, Part::fileName, Part::size)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2.1", "text/html", "", 35L),
                        org.assertj.core.groups.Tuple.tuple("2.2", "application/pdf", "Report für Anna.pdf", 15L),
                        org.assertj.core.groups.Tuple.tuple("2.3", "text/plain", "notes.txt", 10L),
                        org.assertj.core.groups.Tuple.tuple("2.4", "image/png", "logo.png", 4L),
                        org.assertj.core.groups.Tuple.tuple(
                                "2.5",
                                "application/ms-tnef",
                                "Forwarded",
                                opened.children().get(4).size()),
                        org.assertj.core.groups.Tuple.tuple("2.5.1", "text/plain", "", 11L),
                        org.assertj.core.groups.Tuple.tuple("2.5.2", "application/zip", "in.zip", 3L));
        assertThat(content(FILE, 1)).contains("<p>Grüße");
        assertThat(content(FILE, 2)).isEqualTo("%PDF-1.7 report");
        assertThat(content(FILE, 4)).isEqualTo("png!");
        byte[] inner = Winmail.content(new ByteArrayInputStream(FILE), 5).readAllBytes();
        assertThat(content(inner, 1)).isEqualTo("inner words");
        assertThat(content(inner, 2)).isEqualTo("1;2");
    }

    @Test
    void they_are_shown_instead_of_the_pack() throws IOException {
        Display display = Display.of(open(FILE));
        assertThat(display.htmlBody()).extracting(Part::type).contains("text/html");
        assertThat(display.listed())
                .extracting(attachment -> attachment.name() + (attachment.inline() ? "+" : ""))
                .contains("Report für Anna.pdf", "notes.txt", "logo.png+", "in.zip")
                .doesNotContain("winmail.dat");
    }

    @Test
    void packed_rich_text_is_unpacked() {
        byte[] packed = HexFormat.of()
                .parseHex("2d0000002b0000004c5a4675f1c5c7a703000a0072637067313235423" + "20af32068656c0900206277"
                        + "05b06c647d0a800fa0");
        assertThat(new String(CompressedRtf.unpack(packed), StandardCharsets.US_ASCII))
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    @Test
    void rich_text_is_read_as_text_or_as_the_html_in_it() {
        assertThat(rtf("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 A;}}"
                        + "{\\*\\generator X;}\\f0 Gr\\'fc\\'dfe\\par\\f1 \\'cf\\u1088 ?\\u1080 ?\\tab \\{x\\}}"))
                .isEqualTo("Grüße\nПри\t{x}");
        String html = "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf {\\b \\htmlrtf0 Hello"
                + "\\htmlrtf }\\htmlrtf0 {\\*\\htmltag84 &amp;} you{\\*\\htmltag72 </p>}}";
        RtfReader.Result read = RtfReader.read(html.getBytes(StandardCharsets.US_ASCII));
        assertThat(read.html()).isTrue();
        assertThat(read.text()).isEqualTo("<p>Hello&amp; you</p>");
    }

    private static String rtf(String rtf) {
        return RtfReader.read(rtf.getBytes(StandardCharsets.US_ASCII)).text();
    }

    @Test
    void lengths_that_lie_take_nothing_from_others() throws IOException {
        byte[] lying = new TnefFile()
                .attribute(2, 0x00069002, new byte[14])
                .attribute(2, 0x0006800F, 0xFFFF_FFFFL, "short".getBytes())
                .bytes();
        assertThat(open(lying).children().get(0).size()).isLessThan(20);
        assertThat(content(lying, 2)).startsWith("short");
        byte[] deep = "{".repeat(1_000_000).getBytes();
        assertThat(RtfReader.read(deep).text()).isEmpty();
    }

    @Test
    void rubbish_is_never_an_error() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            byte[] octets = Arrays.copyOf(FILE, random.nextInt(FILE.length));
            for (int j = 0; j < octets.length / 40; j++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            int parts = open(octets).children().size();
            for (int number = 1; number <= parts + 1; number++) {
                content(octets, number);
            }
        }
    }
}
