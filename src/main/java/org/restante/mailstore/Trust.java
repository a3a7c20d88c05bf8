package org.restante.mailstore;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are trusted: the system's authorities, or only what stands in a PEM file. */
public final class Trust {

    private record Anchors(Path file, FileTime written) {}

    private static final Map<Anchors, SSLContext> CONTEXTS = new ConcurrentHashMap<>();

    private Trust() {}

    /**
     * Returns the context for connections; it is kept while the file stays as it is, so that TLS sessions are resumed.
     *
     * @throws IOException where the file cannot be read or holds no certificate
     */
    public static SSLContext context(Optional<Path> certificate) throws IOException {
        try {
            if (certificate.isEmpty()) {
                return SSLContext.getDefault();
            }
            var anchors = new Anchors(certificate.get(), Files.getLastModifiedTime(certificate.get()));
            SSLContext context = CONTEXTS.get(anchors);
            if (context == null) {
                context = trusting(anchors.file);
                CONTEXTS.keySet().removeIf(old -> old.file.equals(anchors.file));
                CONTEXTS.put(anchors, context);
            }
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate file cannot be used", e);
        }
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
        anchors.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                anchors.setCertificateEntry("anchor" + number++, each);
            }
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
