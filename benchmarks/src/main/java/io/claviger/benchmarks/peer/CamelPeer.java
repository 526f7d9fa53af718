package io.claviger.benchmarks.peer;

import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.StubSecretsManager;
import io.claviger.benchmarks.stub.Upstream;
import org.apache.camel.component.aws.secretsmanager.SecretsManagerPropertiesFunction;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Camel's properties function for AWS Secrets Manager, which calls the vault at every read. */
@State(Scope.Benchmark)
public class CamelPeer implements Peer {

    private static final String REMAINDER = "db#" + Payload.PASSWORD_FIELD;

    private final SecretsManagerPropertiesFunction function;

    public CamelPeer() {
        this(new Upstream());
    }

    public CamelPeer(Upstream upstream) {
        function = new SecretsManagerPropertiesFunction(new StubSecretsManager(upstream));
    }

    @Override
    public String password() {
        return function.apply(REMAINDER);
    }
}
