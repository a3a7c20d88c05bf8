package org.restante.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server certificate, made with the JDK's keytool. */
public final class TestCertificate {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String SERVER = "server";
    private static final String LOOPBACK = "DNS:localhost,IP:127.0.0.1";
    private static TestCertificate forLoopback;

    private final Path directory;
    private final KeyStore keys;

    /**
     * Makes a certificate.
     *
     * @param names subject alternative names
     * @param authorities aliases of the authorities above it, the root first; none: it is signed by itself
     * @param more further options of keytool
     */
    private TestCertificate(String names, List<String> authorities, String... more) {
        try {
            directory = Files.createTempDirectory("restante-certificate");
            directory.toFile().deleteOnExit();
            Path store = directory.resolve("keys.p12");
            store.toFile().deleteOnExit();
            String signer = null;
            for (String authority : authorities) {
                generate(store, authority, signer, "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
                signer = authority;
            }
            List<String> options = new ArrayList<>(List.of("-ext", "san=" + names));
            options.addAll(List.of(more));
            generate(store, SERVER, signer, options.toArray(String[]::new));
            keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            String trusted = authorities.isEmpty() ? SERVER : authorities.get(0);
            write("cert.pem", "CERTIFICATE", keys.getCertificate(trusted).getEncoded());
            write("key.pem", "PRIVATE KEY", keys.getKey(SERVER, PASSWORD).getEncoded());
            authorities.forEach(this::forget);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves the server's key alone, so that a server shows that one. */
    private void forget(String authority) {
        try {
            keys.deleteEntry(authority);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a certificate for {@code localhost} and 127.0.0.1. */
    public static synchronized TestCertificate forLoopback() {
        if (forLoopback == null) {
            forLoopback = new TestCertificate(LOOPBACK, List.of());
        }
        return forLoopback;
    }

    /** Returns a new certificate for the names, written such as {@code DNS:elsewhere.example}. */
    public static TestCertificate forNames(String subjectAlternativeNames) {
        return new TestCertificate(subjectAlternativeNames, List.of());
    }

    /** Returns a certificate for loopback that was valid until five days ago. */
    public static TestCertificate expired() {
        return new TestCertificate(LOOPBACK, List.of(), "-startdate", "-10d", "-validity", "5");
    }

    /** Returns a certificate for loopback by an authority below a root, which {@link #certificate()} is. */
    public static TestCertificate bySubordinateAuthority(String... more) {
        return new TestCertificate(LOOPBACK, List.of("root", "subordinate"), more);
    }

    /** Like the other, and valid until five days ago. */
    public static TestCertificate expiredBySubordinateAuthority() {
        return bySubordinateAuthority("-startdate", "-10d", "-validity", "5");
    }

    private static void generate(Path store, String alias, String signer, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=restante-test-" + alias,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        if (signer != null) {
            command.addAll(List.of("-signer", signer));
        }
        command.addAll(List.of(options));
        if (!command.contains("-validity")) {
            command.addAll(List.of("-validity", "3650"));
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
    }

    private void write(String file, String kind, byte[] der) throws IOException {
        directory.resolve(file).toFile().deleteOnExit();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                directory.resolve(file), "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, base64));
    }

    /** Returns the PEM file of what is to be trusted: the certificate itself, or that of the root above it. */
    public Path certificate() {
        return directory.resolve("cert.pem");
    }

    /** Returns the SHA-256 of its public key in Base64, by which browsers know a certificate. */
    public String keyHash() {
        try {
            byte[] key = keys.getCertificate(SERVER).getPublicKey().getEncoded();
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the PEM file of the private key. */
    public Path key() {
        return directory.resolve("key.pem");
    }

    /** Returns what a server needs to speak TLS with this certificate. */
    public SSLContext serverContext() {
        try {
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
