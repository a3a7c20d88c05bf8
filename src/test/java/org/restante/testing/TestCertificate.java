package org.restante.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed server certificate, made with the JDK's keytool. */
public final class TestCertificate {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static TestCertificate forLoopback;

    private final Path directory;
    private final KeyStore keys;

    private TestCertificate(String subjectAlternativeNames) {
        try {
            directory = Files.createTempDirectory("restante-certificate");
            directory.toFile().deleteOnExit();
            Path store = directory.resolve("keys.p12");
            store.toFile().deleteOnExit();
            generate(store, subjectAlternativeNames);
            keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                keys.load(in, PASSWORD);
            }
            write("cert.pem", "CERTIFICATE", keys.getCertificate("server").getEncoded());
            write("key.pem", "PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a certificate for {@code localhost} and 127.0.0.1. */
    public static synchronized TestCertificate forLoopback() {
        if (forLoopback == null) {
            forLoopback = new TestCertificate("DNS:localhost,IP:127.0.0.1");
        }
        return forLoopback;
    }

    /** Returns a new certificate for the names, written such as {@code DNS:elsewhere.example}. */
    public static TestCertificate forNames(String subjectAlternativeNames) {
        return new TestCertificate(subjectAlternativeNames);
    }

    private static void generate(Path store, String names) throws IOException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "3650",
                        "-dname",
                        "CN=restante-test",
                        "-ext",
                        "san=" + names,
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
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

    /** Returns the PEM file of the certificate. */
    public Path certificate() {
        return directory.resolve("cert.pem");
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
