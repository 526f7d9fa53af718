package io.claviger.provider.hashicorp.internal.settings;

import io.claviger.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the authorities of a PEM file, and no others. */
final class Trust {

    private Trust() {}

    static SSLContext ofPem(String file) {
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            return context(store(CertificateFactory.getInstance("X.509").generateCertificates(content)));
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException("The setting ca-file names no file that can be read.");
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("The setting ca-file names a file that is not of PEM certificates.");
        }
    }

    private static KeyStore store(Collection<? extends Certificate> authorities)
            throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            throw new ConfigurationException("The setting ca-file names a file without a certificate.");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate authority : authorities) {
            store.setCertificateEntry("authority-" + store.size(), authority);
        }
        return store;
    }

    private static SSLContext context(KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
