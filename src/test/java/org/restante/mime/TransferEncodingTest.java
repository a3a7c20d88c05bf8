package org.restante.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferEncodingTest {

    private static String decode(String encoding, String text) throws IOException {
        InputStream source = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
        return new String(TransferEncoding.decode(encoding, source).readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aGVsbG8=|hello",
                "aGVsbG8|hello",
                "'aGVs\r\nbG8=\r\n'|hello",
                "aG*V s-b!G8=|hello",
                "aGVsbG8=aGVsbG8=|hellohello",
                "a|''",
                "''|''",
                "====|''",
                "aGVsbG8==|hello",
            })
    void base64_is_read_as_far_as_it_goes(String encoded, String expected) throws IOException {
        assertThat(decode("BASE64", encoded)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "caf=E9|café",
                "caf=e9|café",
                "'soft=\r\nbreak'|softbreak",
                "'soft=\nbreak'|softbreak",
                "'soft= \t\r\nbreak'|softbreak",
                "'line  \r\nnext'|'line\r\nnext'",
                "'end  '|'end'",
                "a=ZZb|a=ZZb",
                "a=4|a=4",
                "a=4Gb|a=4Gb",
                "a=|a",
                "a= b|a= b",
                "a==3D|a==",
                "'keep  these'|'keep  these'",
                "=3D=20|'= '",
            })
    void quoted_printable_keeps_what_it_cannot_read(String encoded, String expected) throws IOException {
        assertThat(decode("Quoted-Printable", encoded)).isEqualTo(expected);
    }

    @Test
    void uuencoded_lines_are_read_between_begin_and_end() throws IOException {
        String encoded = "preamble\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nrest";
        assertThat(decode("x-uuencode", encoded)).isEqualTo("Cat");
        assertThat(decode("x-uue", "begin 644 x\n+:&5L;&\\@=V]R;&0\nend\n")).isEqualTo("hello world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7bit", "8BIT", "binary", "", "x-unknown"})
    void other_encodings_leave_the_octets_alone(String encoding) throws IOException {
        assertThat(decode(encoding, "a=3D b")).isEqualTo("a=3D b");
    }

    @Test
    void what_the_jdk_encodes_comes_back_octet_for_octet() throws IOException {
        byte[] octets = new byte[300_001];
        new Random(1).nextBytes(octets);
        InputStream encoded = new ByteArrayInputStream(Base64.getMimeEncoder().encode(octets));
        assertThat(TransferEncoding.decode("base64", encoded).readAllBytes()).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "quoted-printable", "x-uuencode"})
    void random_octets_never_throw(String encoding) throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            byte[] octets = new byte[random.nextInt(200)];
            random.nextBytes(octets);
            TransferEncoding.decode(encoding, new ByteArrayInputStream(octets)).readAllBytes();
        }
    }

    @Test
    void a_long_stream_is_decoded_in_constant_memory() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 200_000_000;

            @Override
            public int read() {
                return left-- > 0 ? 'A' : -1;
            }
        };
        try (InputStream decoded = TransferEncoding.decode("base64", endless)) {
            assertThat(decoded.transferTo(java.io.OutputStream.nullOutputStream()))
                    .isEqualTo(150_000_000);
        }
    }
}
