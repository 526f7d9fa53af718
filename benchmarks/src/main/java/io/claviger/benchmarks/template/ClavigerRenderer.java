package io.claviger.benchmarks.template;

import io.claviger.IntegrationManager;
import io.claviger.SecretResolver;
import io.claviger.Template;
import io.claviger.benchmarks.stub.StubVault;
import io.claviger.benchmarks.stub.Upstream;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** This library: compiled once, each name linked to a secret of its own. */
@State(Scope.Benchmark)
public class ClavigerRenderer implements Renderer {

    private final IntegrationManager vaults = StubVault.connect(new Upstream());
    private final SecretResolver secrets = vaults.resolver();
    private final Template template = Template.compile(Document.source());

    public ClavigerRenderer() {
        Document.values().keySet().forEach(name -> vaults.link(name, StubVault.password(name)));
    }

    @Override
    public String render() {
        return secrets.render(template).revealText();
    }

    @Override
    @TearDown
    public void close() {
        vaults.close();
    }
}
