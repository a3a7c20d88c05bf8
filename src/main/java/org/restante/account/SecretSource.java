package org.restante.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the secret comes from when the operator sets none: it lies beside an embedded database, and lives as long as it. */
final class SecretSource {

    private static final int SHORTEST = 32;
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:|nio:|async:)?([^;]+).*");
    private static final Pattern ELSEWHERE = Pattern.compile("jdbc:h2:(?:tcp|ssl):.*");

    private SecretSource() {}

    static String secret(String configured, String databaseUrl) {
        if (configured != null && !configured.isBlank()) {
            return longEnough(configured);
        }
        if (databaseUrl.startsWith("jdbc:h2:mem:")) {
            return Randoms.hex(SHORTEST);
        }
        return file(databaseUrl).map(SecretSource::kept).orElseThrow(SecretSource::required);
    }

    private static String longEnough(String configured) {
        if (configured.length() < SHORTEST) {
            throw new ConfigurationFailure(
                    "restante.secret is shorter than %d characters".formatted(SHORTEST),
                    "Set it to a long random text, such as the output of: openssl rand -hex 32");
        }
        return configured;
    }

    private static Optional<Path> file(String databaseUrl) {
        Matcher matcher = FILE.matcher(databaseUrl);
        if (ELSEWHERE.matcher(databaseUrl).matches() || !matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                Path.of(matcher.group(1)).toAbsolutePath().normalize().resolveSibling("secret"));
    }

    private static ConfigurationFailure required() {
        return new ConfigurationFailure(
                "restante.secret is missing: with a database server every replica needs the same one",
                "Set restante.secret (RESTANTE_SECRET) to a long random text, such as the output of: openssl rand -hex 32");
    }

    private static String kept(Path file) {
        try {
            create(file);
            String secret = Files.readString(file).strip();
            if (secret.length() < SHORTEST) {
                throw new ConfigurationFailure(
                        file + " does not hold a secret", "Restore it from a backup, or delete it");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("the secret beside the database: " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(file.getParent());
            Files.createFile(file, mine);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        Files.writeString(file, Randoms.hex(SHORTEST) + System.lineSeparator());
    }
}
