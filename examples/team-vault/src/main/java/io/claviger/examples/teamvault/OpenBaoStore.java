package io.claviger.examples.teamvault;

import io.claviger.CredentialSource;
import io.claviger.IntegrationManager;
import io.claviger.IntegrationScope;
import io.claviger.SecretReference;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.provider.hashicorp.HashicorpCredentials;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A key-value engine of a HashiCorp-compatible server, below a folder of this program's own. */
final class OpenBaoStore implements TeamStore {

    private static final String MOUNT = "secret";
    private static final String FOLDER = "claviger-team-vault";

    private final String address;
    private final CredentialSource source;
    private final KeyValueWriter writer;
    private final Set<String> written = new LinkedHashSet<>();

    OpenBaoStore(String address, SecretValue token) {
        this.address = address;
        this.source = CredentialSource.renewing(() -> HashicorpCredentials.token(token));
        this.writer = new KeyValueWriter(address, MOUNT, token);
    }

    @Override
    public String title() {
        return "a HashiCorp-compatible server";
    }

    @Override
    public String connect(IntegrationManager vaults) {
        vaults.as(People.ANA).connect(ALIAS, "hashicorp", Settings.of("address", address), source);
        return "ana connects the server as " + ALIAS + ": what a team administers is the team's at once";
    }

    @Override
    public String resume(IntegrationManager vaults) {
        vaults.as(People.ANA).reauthenticate(ALIAS, source);
        return "ana reauthenticates " + ALIAS;
    }

    @Override
    public SecretReference reference(String area, String secret, String field) {
        return SecretReference.of(ALIAS, MOUNT, FOLDER, area, secret).withField(field);
    }

    @Override
    public IntegrationScope scope(String... areas) {
        return IntegrationScope.of(Arrays.stream(areas)
                .map(area -> MOUNT + "/" + FOLDER + "/" + area + "/**")
                .toList());
    }

    @Override
    public void put(String area, String secret, Map<String, SecretValue> fields) {
        String path = FOLDER + "/" + area + "/" + secret;
        written.add(path);
        writer.put(path, fields);
    }

    @Override
    public void close() {
        written.forEach(writer::delete);
    }
}
