package org.restante.message.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RasterImageTest {

    private static byte[] image(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "gif, image/gif", "jpg, image/jpeg"})
    void pictures_are_known_by_their_octets(String format, String type) throws IOException {
        assertThat(RasterImage.sniff(image(format, 30, 20))).contains(new RasterImage(type, 30, 20));
    }

    @Test
    void webp_is_known_in_its_three_kinds() {
        byte[] lossless = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAAAAAAAAAAAAAAA=");
        assertThat(RasterImage.sniff(lossless)).contains(new RasterImage("image/webp", 1, 1));
        byte[] lossy = HexFormat.of()
                .parseHex("52494646" + "24000000" + "57454250" + "56503820" + "18000000" + "300100" + "9d012a"
                        + "1e001400" + "0000");
        assertThat(RasterImage.sniff(lossy)).contains(new RasterImage("image/webp", 30, 20));
        byte[] extended = HexFormat.of()
                .parseHex("52494646" + "24000000" + "57454250" + "56503858" + "0a000000" + "00000000" + "1d0000"
                        + "130000");
        assertThat(RasterImage.sniff(extended)).contains(new RasterImage("image/webp", 30, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<html>",
                "%PDF-1.7",
                "GIF8",
                "BM",
                "RIFF0000WEBP"
            })
    void anything_else_is_not(String octets) {
        assertThat(RasterImage.sniff(octets.getBytes(StandardCharsets.ISO_8859_1)))
                .isEmpty();
    }

    @Test
    void a_picture_that_would_fill_the_memory_is_immodest() throws IOException {
        byte[] bomb = image("png", 1, 1);
        Arrays.fill(bomb, 16, 24, (byte) 0x7F);
        assertThat(RasterImage.sniff(bomb))
                .get()
                .extracting(RasterImage::isModest)
                .isEqualTo(false);
        assertThat(new RasterImage("image/png", 8000, 5000).isModest()).isTrue();
        assertThat(new RasterImage("image/png", 0, 5000).isModest()).isFalse();
    }

    @Test
    void broken_pictures_are_no_error() throws IOException {
        Random random = new Random(1);
        for (String format : new String[] {"png", "gif", "jpg"}) {
            byte[] whole = image(format, 30, 20);
            for (int i = 0; i < 2000; i++) {
                byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length));
                if (broken.length > 0) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                RasterImage.sniff(broken);
            }
        }
    }
}
