package io.claviger.provider.hashicorp.internal.api;

import io.claviger.SecretValue;
import io.claviger.provider.hashicorp.internal.settings.HashicorpSettings;
import io.claviger.provider.hashicorp.internal.transport.HttpTransport;
import io.claviger.spi.Endpoints;
import java.net.URI;
import java.util.List;
import org.springframework.vault.authentication.SessionManager;
import org.springframework.vault.client.RestTemplateBuilder;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultTemplate;
import org.springframework.vault.support.VaultToken;

/**
 * One server as one integration sees it: its address, its namespace, one HTTP client. Safe for use by several threads.
 *
 * <p>Of Spring Vault only the template is used: none of its session managers, lease containers and property sources.
 */
public final class Server {

    private final HashicorpSettings settings;
    private final HttpTransport transport;

    /**
     * Creates the view of a server. Contacts nothing.
     *
     * @param settings how to reach it
     * @param endpoints where connections may go
     */
    public Server(HashicorpSettings settings, Endpoints endpoints) {
        this.settings = settings;
        this.transport = new HttpTransport(settings.trust(), endpoints, settings.plainHttpAllowed());
    }

    /**
     * Returns its interface without a token, for logins.
     *
     * @return the interface
     */
    public VaultApi anonymous() {
        VaultTemplate template = new VaultTemplate(templates());
        return new VaultApi(template::doWithVault);
    }

    /**
     * Returns its interface with a token.
     *
     * @param token the token
     * @return the interface
     */
    public VaultApi as(SecretValue token) {
        SessionManager session = () -> VaultToken.of(token.revealText());
        VaultTemplate template = new VaultTemplate(templates(), session);
        return new VaultApi(template::doWithSession);
    }

    /**
     * Returns the path of the login method.
     *
     * @return its segments
     */
    public List<String> authMount() {
        return settings.authMount();
    }

    private RestTemplateBuilder templates() {
        RestTemplateBuilder builder = RestTemplateBuilder.builder()
                .endpoint(endpoint(settings.address()))
                .requestFactory(transport)
                .errorHandler(response -> false)
                .defaultHeader("X-Vault-Request", "true");
        settings.namespace().ifPresent(namespace -> builder.defaultHeader("X-Vault-Namespace", namespace));
        return builder;
    }

    private static VaultEndpoint endpoint(URI address) {
        VaultEndpoint endpoint = VaultEndpoint.create(address.getHost(), address.getPort());
        endpoint.setScheme(address.getScheme());
        return endpoint;
    }
}
