package io.claviger.testservers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real OpenBao of one's own, in memory, with its administration. Safe for use by several threads.
 *
 * <p>Paths are those of the API without {@code /v1/} in front, percent-encoded where needed. It listens on a free port
 * of the loopback interface and ends with this virtual machine at the latest.
 */
public final class OpenBao implements AutoCloseable {

    private static final Pattern UNSEAL_KEY = Pattern.compile("Unseal Key: (\\S+)");

    private final ServerProcess process;
    private final int port;
    private final String rootToken;
    private final boolean tls;
    private final AdminClient admin;

    OpenBao(ServerProcess process, int port, String rootToken, boolean tls) {
        this.process = process;
        this.port = port;
        this.rootToken = rootToken;
        this.tls = tls;
        this.admin = new AdminClient(address(), rootToken, tls ? process.home().resolve("vault-ca.pem") : null);
    }

    /**
     * Starts a server that speaks plain HTTP.
     *
     * @return the server, ready
     */
    public static OpenBao start() {
        return new OpenBaoLaunch(false).start();
    }

    /**
     * Starts a server that speaks HTTPS with a certificate of its own authority, {@link #caFile()}.
     *
     * @return the server, ready
     */
    public static OpenBao startTls() {
        return new OpenBaoLaunch(true).start();
    }

    /**
     * Returns where it listens.
     *
     * @return {@code http://127.0.0.1:8200} for example
     */
    public URI address() {
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port);
    }

    /**
     * Returns the token that may do everything, different at each start.
     *
     * @return the token
     */
    public String rootToken() {
        return rootToken;
    }

    /**
     * Returns the certificate of the authority that a client must trust.
     *
     * @return a PEM file; empty for a server that speaks plain HTTP
     */
    public Optional<Path> caFile() {
        return tls ? Optional.of(process.home().resolve("vault-ca.pem")) : Optional.empty();
    }

    /**
     * Writes as root.
     *
     * @param path the path of the API
     * @param json the request; {@code {}} for none
     * @return the answer; a missing node if it is empty
     * @throws IllegalStateException if the server refuses it
     */
    public JsonNode write(String path, String json) {
        return admin.call("POST", path, json);
    }

    /**
     * Reads as root.
     *
     * @param path the path of the API
     * @return the answer
     * @throws IllegalStateException if the server refuses it
     */
    public JsonNode read(String path) {
        return admin.call("GET", path, null);
    }

    /**
     * Tells whether there is something to read, as root.
     *
     * @param path the path of the API
     * @return {@code true} if the server answers with it
     */
    public boolean has(String path) {
        return admin.succeeds(path);
    }

    /**
     * Deletes as root.
     *
     * @param path the path of the API
     * @throws IllegalStateException if the server refuses it
     */
    public void delete(String path) {
        admin.call("DELETE", path, null);
    }

    /**
     * Mounts a key-value engine, and waits until it serves: one of version 2 refuses requests at first.
     *
     * @param name the path of the mount
     * @param version 1 or 2
     */
    public void mountKeyValue(String name, int version) {
        admin.mountKeyValue(name, version);
    }

    /**
     * Returns this server's administration inside a namespace.
     *
     * @param namespace an existing namespace
     * @return a client whose paths are relative to the namespace
     */
    public AdminClient namespace(String namespace) {
        return admin.inNamespace(namespace);
    }

    /** Seals it: every request is refused until {@link #unseal()}. */
    public void seal() {
        admin.call("POST", "sys/seal", "{}");
    }

    /** Unseals it, and waits until its secrets are served again. */
    public void unseal() {
        admin.call("POST", "sys/unseal", "{\"key\":\"" + unsealKey() + "\"}");
        admin.awaitReady("secret");
    }

    /** Has it hang: it takes connections and answers nothing until {@link #thaw()}. On POSIX systems only. */
    public void freeze() {
        process.signal("STOP");
    }

    /** Has it go on after {@link #freeze()}. */
    public void thaw() {
        process.signal("CONT");
    }

    /**
     * Tells whether it answers, unsealed.
     *
     * @return {@code true} if so
     */
    public boolean isHealthy() {
        return admin.isHealthy();
    }

    boolean isReady() {
        return admin.isAccepted();
    }

    private String unsealKey() {
        try {
            Matcher key = UNSEAL_KEY.matcher(process.log());
            if (!key.find()) {
                throw new IllegalStateException("OpenBao printed no unseal key.");
            }
            return key.group(1);
        } catch (IOException e) {
            throw new IllegalStateException("What OpenBao printed cannot be read.", e);
        }
    }

    /** Stops it and drops its data; does nothing the second time. */
    @Override
    public void close() {
        process.close();
    }
}
