package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.claviger.IntegrationManager;
import io.claviger.Resolution;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.testkit.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a server or something before it answers, no exception carries it along. */
abstract class StrayAnswersGroup extends ContractGroup {

    private static final List<Integer> STATUSES =
            List.of(400, 401, 402, 403, 404, 405, 407, 409, 410, 412, 413, 418, 422, 429, 500, 501, 502, 503, 504, 599);

    private final HttpVaultContract http;

    StrayAnswersGroup(HttpVaultContract vault) {
        super(vault);
        this.http = vault;
    }

    @Test
    @DisplayName("a read that is refused with any status shows nothing of the answer")
    void read_anyStatus_showsNothing() throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        for (int status : STATUSES) {
            for (Fault fault : refusals(status)) {
                http.front().misbehave(fault);
                failure(() -> session.read(locator, call()));
            }
        }
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("a login that is refused with any status shows nothing of the answer, nor of the credentials")
    void authenticate_anyStatus_showsNothing() {
        VaultClient client = client();
        for (int status : STATUSES) {
            for (Fault fault : refusals(status)) {
                http.front().misbehave(fault);
                failure(() -> client.authenticate(vault.credentials(), call()));
            }
        }
    }

    @Test
    @DisplayName("a server that is broken is unavailable, and neither secret nor credentials are put in doubt")
    void read_brokenServer_isUnavailable() throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        for (int status : List.of(500, 502, 503, 504)) {
            http.front().misbehave(page(status));
            assertThat(failure(() -> session.read(locator, call())).kind())
                    .as("the page of a proxy with status %d", status)
                    .isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        }
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("the page of a proxy neither ends a session nor refuses credentials")
    void anything_pageOfAProxy_saysNothingAboutTheSession() throws Exception {
        VaultClient client = client();
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        for (int status : List.of(401, 403)) {
            http.front().misbehave(page(status));
            assertThat(failure(() -> session.read(locator, call())).kind())
                    .isNotIn(VaultFailure.Kind.SESSION_ENDED, VaultFailure.Kind.DENIED);
            assertThat(failure(() -> client.authenticate(vault.credentials(), call()))
                            .kind())
                    .isNotEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
        }
    }

    @Test
    @DisplayName("an answer that claims success and makes no sense is unavailable, and shows nowhere")
    void read_anyMalformedBody_isUnavailable() throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        List<Fault> replies = http.malformedReplies(canary().token());
        for (int i = 0; i < replies.size(); i++) {
            http.front().misbehave(replies.get(i));
            assertThat(failure(() -> session.read(locator, call())).kind())
                    .as("malformed reply %d", i)
                    .isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        }
    }

    @Test
    @DisplayName("a host is told what failed, and nothing of the answer")
    void resolve_anyStatus_showsNothing() throws Exception {
        String name = stored(canary().value());
        try (IntegrationManager manager = Managers.connected(vault)) {
            for (int status : List.of(400, 403, 404, 500)) {
                http.front().misbehave(refusals(status).get(0));
                Resolution failed = canary().see(manager.resolver().attempt(vault.reference(name)));
                assertThat(failed.resolved()).isFalse();
                canary().see(catchThrowable(failed::orElseThrow));
                failed.trace().ifPresent(canary()::see);
                manager.cache().reset();
            }
        }
    }

    private List<Fault> refusals(int status) {
        String text = canary().token();
        return List.of(
                Fault.json(status, "{\"errors\":[\"" + text + "\"],\"message\":\"" + text + "\"}"), page(status));
    }

    private Fault page(int status) {
        byte[] page = ("<html>" + canary().token() + "</html>").getBytes(StandardCharsets.UTF_8);
        return Fault.status(status, "text/html", page);
    }
}
