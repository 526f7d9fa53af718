package io.claviger.benchmarks.scenario;

import io.claviger.IntegrationManager;
import io.claviger.benchmarks.stub.StubVault;
import io.claviger.benchmarks.stub.Upstream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many names that are linked to few secrets, all cold. */
public final class BulkRead {

    private final List<String> names;
    private final int secrets;

    /** Takes so many names, spread evenly over so many secrets. */
    public BulkRead(int names, int secrets) {
        this.names =
                IntStream.range(0, names).mapToObj(index -> "name_" + index).toList();
        this.secrets = secrets;
    }

    /** Returns how many calls it takes to resolve all names at once. */
    public int resolveAll() {
        Upstream upstream = new Upstream();
        try (IntegrationManager vaults = linked(upstream)) {
            vaults.resolver().resolveAll(names).values().forEach(resolution -> resolution.orElseThrow());
        }
        return upstream.calls();
    }

    /** Returns how many calls it takes to render a text that names all of them. */
    public int render() {
        Upstream upstream = new Upstream();
        try (IntegrationManager vaults = linked(upstream)) {
            vaults.resolver()
                    .render(names.stream().map(name -> "{{vault:" + name + "}}").collect(Collectors.joining("\n")))
                    .revealText();
        }
        return upstream.calls();
    }

    private IntegrationManager linked(Upstream upstream) {
        IntegrationManager vaults = StubVault.connect(upstream);
        for (int i = 0; i < names.size(); i++) {
            vaults.link(names.get(i), StubVault.password("secret-" + i % secrets));
        }
        return vaults;
    }
}
