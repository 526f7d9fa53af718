package io.claviger.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority of a test's own, which nobody trusts but who is told to. Safe for use by several threads. */
public final class TestAuthority {

    private static final String NAME = "Claviger test authority";
    private static final byte[] ECDSA_WITH_SHA256 =
            Der.sequence(Der.identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
    private static final byte[] COMMON_NAME = Der.identifier(0x55, 0x04, 0x03);
    private static final byte[] ALTERNATIVE_NAME = Der.identifier(0x55, 0x1d, 0x11);
    private static final byte[] BASIC_CONSTRAINTS = Der.identifier(0x55, 0x1d, 0x13);
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair keys;
    private final Certificate certificate;

    private TestAuthority(KeyPair keys) throws GeneralSecurityException {
        this.keys = keys;
        byte[] authority = Der.sequence(BASIC_CONSTRAINTS, Der.isTrue(), Der.octets(Der.sequence(Der.isTrue())));
        this.certificate = certificate(
                keys, NAME, authority, Instant.now().minus(DAY), Instant.now().plus(DAY));
    }

    /**
     * Creates an authority, good for one day.
     *
     * @return the authority
     */
    public static TestAuthority create() {
        try {
            return new TestAuthority(newKeys());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks elliptic curves", e);
        }
    }

    /**
     * Writes the certificate that a client must trust.
     *
     * @param file where to; as PEM
     * @return the same file
     * @throws IOException if it cannot be written
     */
    public Path writeTo(Path file) throws IOException {
        try {
            Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return Files.writeString(
                    file,
                    "-----BEGIN CERTIFICATE-----\n" + encoder.encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException e) {
            throw new IOException("a certificate cannot be encoded", e);
        }
    }

    /**
     * Returns what a server of this machine proves itself with, for the names {@code localhost} and {@code 127.0.0.1}.
     *
     * @return a server's context, good for one day
     */
    public SSLContext trustworthy() {
        return server(localNames(), Instant.now().plus(DAY));
    }

    /**
     * Returns the same, expired an hour ago.
     *
     * @return a server's context
     */
    public SSLContext expired() {
        return server(localNames(), Instant.now().minus(Duration.ofHours(1)));
    }

    /**
     * Returns the same, for the name of another host.
     *
     * @return a server's context
     */
    public SSLContext ofAnotherHost() {
        return server(Der.sequence(dnsName("other.example")), Instant.now().plus(DAY));
    }

    private static byte[] localNames() {
        byte[] address = Der.tagged(0x87, new byte[] {127, 0, 0, 1});
        return Der.sequence(dnsName("localhost"), address);
    }

    private static byte[] dnsName(String name) {
        return Der.tagged(0x82, name.getBytes(StandardCharsets.US_ASCII));
    }

    private SSLContext server(byte[] names, Instant end) {
        try {
            KeyPair own = newKeys();
            byte[] extension = Der.sequence(ALTERNATIVE_NAME, Der.octets(names));
            return context(
                    own, certificate(own, "server", extension, Instant.now().minus(DAY), end));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate cannot be made", e);
        }
    }

    private SSLContext context(KeyPair own, Certificate leaf) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = new char[0];
        store.setKeyEntry("server", own.getPrivate(), password, new Certificate[] {leaf, certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    /** A certificate of version 3 (RFC 5280), signed by this authority. */
    private Certificate certificate(KeyPair subject, String name, byte[] extension, Instant from, Instant to)
            throws GeneralSecurityException {
        byte[] content = Der.sequence(
                Der.tagged(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(64, new SecureRandom())),
                ECDSA_WITH_SHA256,
                name(NAME),
                Der.sequence(Der.time(from), Der.time(to)),
                name(name),
                subject.getPublic().getEncoded(),
                Der.tagged(0xa3, Der.sequence(extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        return parsed(Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(signature.sign())));
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.text(commonName))));
    }

    private static Certificate parsed(byte[] encoded) throws CertificateException {
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }
}
