package org.restante.mime.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tries what was found before, and a few hundred variations of it; {@code mvn test -Pfuzz} looks for more. */
class FuzzTest {

    private static final int TRIES = 300;
    private static final int LONGEST = 20_000;

    @ParameterizedTest
    @EnumSource(FuzzTarget.class)
    void nothing_goes_wrong(FuzzTarget target) throws Exception {
        List<byte[]> corpus = corpus(target);
        for (byte[] octets : corpus) {
            run(target, octets);
        }
        Random random = new Random(target.ordinal());
        for (int i = 0; i < TRIES; i++) {
            run(target, variation(corpus, random));
        }
    }

    private static void run(FuzzTarget target, byte[] octets) throws Exception {
        try {
            target.run(octets);
        } catch (Throwable e) {
            throw new AssertionError(target + " fails with " + HexFormat.of().formatHex(octets), e);
        }
    }

    private static List<byte[]> corpus(FuzzTarget target) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources", target.corpus()))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(FuzzTest::read)
                    .toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Two that are cut and put together, with some octets changed. */
    private static byte[] variation(List<byte[]> corpus, Random random) {
        byte[] head = corpus.get(random.nextInt(corpus.size()));
        byte[] tail = corpus.get(random.nextInt(corpus.size()));
        byte[] varied = Arrays.copyOf(head, Math.min(LONGEST, random.nextInt(head.length + 1)));
        int from = random.nextInt(tail.length + 1);
        int length = Math.min(tail.length - from, LONGEST);
        varied = Arrays.copyOf(varied, varied.length + length);
        System.arraycopy(tail, from, varied, varied.length - length, length);
        for (int i = random.nextInt(8); i > 0 && varied.length > 0; i--) {
            varied[random.nextInt(varied.length)] = (byte) random.nextInt();
        }
        return varied;
    }
}
