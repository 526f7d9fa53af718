package io.claviger.benchmarks.peer;

import io.claviger.IntegrationManager;
import io.claviger.SecretHandle;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.benchmarks.stub.StubVault;
import io.claviger.benchmarks.stub.Upstream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** This library: by handle, by reference and by name. */
@State(Scope.Benchmark)
public class ClavigerPeer implements Peer {

    private static final String NAME = "db_password";

    private final IntegrationManager vaults;
    private final SecretResolver secrets;
    private final SecretHandle handle;
    private final SecretReference reference = StubVault.password("db");

    public ClavigerPeer() {
        this(new Upstream());
    }

    public ClavigerPeer(Upstream upstream) {
        vaults = StubVault.connect(upstream);
        vaults.link(NAME, reference);
        secrets = vaults.resolver();
        handle = secrets.bind(NAME);
    }

    /** By name. */
    @Override
    public String password() {
        return secrets.resolve(NAME).revealText();
    }

    /** By a reference that the application keeps. */
    public String passwordByReference() {
        return secrets.resolve(reference).revealText();
    }

    /** By a handle that the application keeps. */
    public String passwordByHandle() {
        return handle.get().revealText();
    }

    @Override
    @TearDown
    public void close() {
        vaults.close();
    }
}
