package io.claviger.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.testkit.http.Fault;
import io.claviger.testkit.http.FaultyServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is secret goes to one server and to no other, and no answer is taken without a bound. */
abstract class TransportGroup extends ContractGroup {

    private static final long MOST_BYTES = 128L << 20;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private final HttpVaultContract http;

    TransportGroup(HttpVaultContract vault) {
        super(vault);
        this.http = vault;
    }

    @Test
    @DisplayName("opening a client contacts nothing, and locating contacts nothing")
    void open_client_contactsNothing() {
        locate(newName());
        client().recognize("native:form", VaultContract.ALIAS);
        assertThat(http.front().requests()).isEmpty();
    }

    @Test
    @DisplayName("a redirect of a read leads nowhere else")
    void read_redirected_asksNobodyElse() throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        try (FaultyServer elsewhere = FaultyServer.before(http.server())) {
            for (int status : REDIRECTS) {
                http.front().misbehave(Fault.redirect(status, elsewhere.address()));
                failure(() -> session.read(locator, call()));
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Needs(Capability.CREDENTIALS)
    @Test
    @DisplayName("a redirect of a login leads nowhere else, and refuses no credentials")
    void authenticate_redirected_asksNobodyElse() {
        VaultClient client = client();
        try (FaultyServer elsewhere = FaultyServer.before(http.server())) {
            for (int status : REDIRECTS) {
                http.front().misbehave(Fault.redirect(status, elsewhere.address()));
                assertThat(failure(() -> client.authenticate(vault.credentials(), call()))
                                .kind())
                        .isNotEqualTo(VaultFailure.Kind.CREDENTIALS_REFUSED);
            }
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("an answer without an end is given up, and not collected")
    void read_endlessAnswer_isGivenUp() throws Exception {
        assertGivenUp(Fault.endless());
    }

    @Test
    @DisplayName("an answer that unpacks to more than anybody can hold is given up")
    void read_compressedBomb_isGivenUp() throws Exception {
        assertGivenUp(Fault.bomb());
    }

    private void assertGivenUp(Fault fault) throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        http.front().misbehave(fault);
        long before = http.front().sent();
        assertThat(failure(() -> session.read(locator, call(Duration.ofSeconds(30))))
                        .kind())
                .isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(http.front().sent() - before).as("bytes taken").isLessThan(MOST_BYTES);
    }

    @Test
    @DisplayName("an answer that comes byte by byte ends at the deadline")
    void read_trickledAnswer_endsAtItsDeadline() throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        http.front().misbehave(Fault.trickle());
        long begin = System.nanoTime();
        assertThat(failure(() -> session.read(locator, call(SHORT))).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    }

    @Test
    @DisplayName("an answer that breaks off is unavailable")
    void read_answerThatBreaksOff_isUnavailable() throws Exception {
        Session session = logIn();
        Locator locator = locate(stored(canary().value())).locator();
        http.front().misbehave(Fault.brokenOff());
        assertThat(failure(() -> session.read(locator, call())).kind()).isEqualTo(VaultFailure.Kind.UNAVAILABLE);
    }

    @Needs(Capability.PLAIN_HTTP_REFUSAL)
    @Test
    @DisplayName("plain HTTP to another machine is refused when the client is opened")
    void open_plainHttpToAnotherMachine_isRefused() {
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, () -> vault.provider()
                .open(http.settings(URI.create("http://vault.example:8200")))
                .close());
        assertThat(refusal).as("the refusal of plain HTTP").isNotNull();
    }

    @Test
    @DisplayName("an address with a user and password in it is refused, and the password is not repeated")
    void open_addressWithPassword_isRefused() {
        String password = canary().token();
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, () -> vault.provider()
                .open(http.settings(URI.create("https://user:" + password + "@vault.example")))
                .close());
        assertThat(refusal).as("the refusal of a password in the address").isNotNull();
        canary().see(refusal);
    }
}
