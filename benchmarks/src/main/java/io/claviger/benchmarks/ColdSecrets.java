package io.claviger.benchmarks;

import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.SecretResolver;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.TimeSource;
import io.claviger.benchmarks.stub.StubSession;
import io.claviger.benchmarks.stub.StubVault;
import io.claviger.benchmarks.stub.Upstream;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Many secrets, none of them in the cache when its turn comes. For one thread. */
@State(Scope.Benchmark)
public class ColdSecrets {

    private static final int SECRETS = 50_000;

    private final IntegrationManager vaults = StubVault.connect(new Upstream(), 2 * SECRETS);
    private final SecretResolver secrets = vaults.resolver();
    private final Session session = new StubSession(new Upstream());
    private final TimeSource time = TimeSource.system();
    private final List<SecretReference> references = IntStream.range(0, SECRETS)
            .mapToObj(index -> StubVault.password("secret-" + index))
            .toList();
    private final List<Locator> locators = references.stream()
            .map(reference -> Locator.of(reference.path(), Map.of()))
            .toList();
    private int next;

    /** Reads the next secret through the library. */
    public SecretValue resolveNext() {
        if (next == SECRETS) {
            vaults.cache().reset();
            next = 0;
        }
        return secrets.resolve(references.get(next++));
    }

    /** Reads the next secret from the client, with the same deadline as the library gives it. */
    public SecretSnapshot readNext() {
        Locator locator = locators.get(next++ % SECRETS);
        return session.read(locator, Call.within(Duration.ofSeconds(10), time));
    }

    /** Returns how many reads reached the vault through the library. */
    public long loads() {
        return vaults.cache().statistics().loads();
    }

    /** Not called by JMH: dropping so many values would count as allocated by the last reads. */
    public void close() {
        vaults.close();
    }
}
