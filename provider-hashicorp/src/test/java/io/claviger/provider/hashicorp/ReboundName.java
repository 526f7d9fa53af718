package io.claviger.provider.hashicorp;

import io.claviger.Endpoint;
import io.claviger.EndpointDecision;
import io.claviger.EndpointPolicy;
import io.claviger.Settings;
import io.claviger.TimeSource;
import io.claviger.spi.Call;
import io.claviger.spi.Endpoints;
import io.claviger.spi.VaultFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A program whose names come from a file of hosts: logs in to a server whose name leads elsewhere as soon as its address
 * was checked, or leads into the host's own network from the start. Prints what became of the login.
 */
final class ReboundName {

    static final String NAME = "vault.test";
    private static final String ELSEWHERE = "127.0.0.2";

    private final Path hosts;

    private ReboundName(Path hosts) {
        this.hosts = hosts;
    }

    public static void main(String[] arguments) {
        ReboundName program = new ReboundName(Path.of(arguments[0]));
        System.out.println(program.logIn(arguments[1] + "://" + NAME + ".:" + arguments[2]));
    }

    private String logIn(String address) {
        lead("127.0.0.1");
        Settings settings = Settings.of("address", address).with("allow-plain-http", "true");
        EndpointPolicy policy = address.startsWith("https") ? EndpointPolicy.guarded() : this::rebind;
        try (var client = new HashicorpProvider().open(settings, Endpoints.under(policy))) {
            var unused = client.authenticate(
                    HashicorpCredentials.token("t"), Call.within(Duration.ofSeconds(10), TimeSource.system()));
            return "logged in";
        } catch (VaultFailure failure) {
            return failure.getMessage();
        }
    }

    private EndpointDecision rebind(Endpoint endpoint) {
        endpoint.address().ifPresent(checked -> lead(ELSEWHERE));
        return EndpointDecision.permitted();
    }

    private void lead(String address) {
        try {
            Files.writeString(hosts, address + " " + NAME + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
