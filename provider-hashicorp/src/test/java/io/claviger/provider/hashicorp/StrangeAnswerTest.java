package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.VaultStub.json;
import static io.claviger.provider.hashicorp.Vaults.at;
import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.StubAnswer;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of proxies, of nodes that no test server can be, and of something that is no Vault at all. */
class StrangeAnswerTest {

    private static final String DENIED_BY_POLICY =
            "{\"errors\":[\"1 error occurred:\\n\\t* permission denied\\n\\n\"]}";
    private static final String DEAD_TOKEN = "{\"errors\":[\"permission denied\"]}";

    private final VaultStub stub = new VaultStub();

    @AfterEach
    void close() {
        stub.close();
    }

    private Session logIn(String... settings) {
        return Vaults.open(stub.address(), settings).authenticate(HashicorpCredentials.token("c4n4ry-token"), call());
    }

    private VaultFailure failedRead(StubAnswer answer) {
        stub.on(VaultStub.SECRET, answer);
        return failure(() -> logIn().read(at("kv/a"), call()));
    }

    private VaultFailure failedLogin(StubAnswer answer) {
        stub.on(VaultStub.APPROLE, answer);
        return failure(() ->
                Vaults.open(stub.address()).authenticate(HashicorpCredentials.appRole("r", "c4n4ry-secret"), call()));
    }

    @Test
    void read_redirect_isRefusedAndTheTokenStays() {
        try (VaultStub other = new VaultStub()) {
            String target = other.address() + "/v1/" + VaultStub.SECRET;
            VaultFailure failure =
                    failedRead(StubAnswer.of(307, "text/html", "").with("Location", target));
            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(failure.detail()).contains("redirect");
            assertThat(other.paths()).isEmpty();
        }
    }

    @Test
    void authenticate_redirect_isRefusedAndTheSecretStays() {
        try (VaultStub other = new VaultStub()) {
            String target = other.address() + "/v1/auth/approle/login";
            VaultFailure failure =
                    failedLogin(StubAnswer.of(307, "text/html", "").with("Location", target));
            assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
            assertThat(other.paths()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, MISCONFIGURED",
        "405, MISCONFIGURED",
        "412, UNAVAILABLE",
        "418, MISCONFIGURED",
        "429, THROTTLED",
        "472, UNAVAILABLE",
        "473, UNAVAILABLE",
        "500, UNAVAILABLE",
        "501, UNAVAILABLE",
        "502, UNAVAILABLE",
        "503, UNAVAILABLE",
        "530, UNAVAILABLE"
    })
    void read_status_isClassified(int status, Kind kind) {
        VaultFailure failure = failedRead(json(status, "{\"errors\":[\"c4n4ry of the server's text\"]}"));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.detail()).doesNotContain("c4n4ry");
        assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @CsvSource({
        "namespace not found, MISCONFIGURED",
        "no handler for route \\\"x/a\\\". route entry not found., MISCONFIGURED",
    })
    void read_notFoundWithReason_isMisconfigured(String error, Kind kind) {
        assertThat(failedRead(json(404, "{\"errors\":[\"" + error + "\"]}")).kind())
                .isEqualTo(kind);
    }

    @Test
    void read_engineBeingUpgraded_isUnavailable() {
        VaultFailure failure = failedRead(
                json(400, "{\"errors\":[\"Upgrading from non-versioned to versioned data. This backend will be\"]}"));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void read_namespaceLocked_isToldFromSealed() {
        VaultFailure failure = failedRead(
                json(503, "{\"errors\":[\"API access to this namespace has been locked by an administrator - x\"]}"));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("locked by an administrator");
    }

    private static StubAnswer throttled(String retryAfter) {
        return json(429, "{\"errors\":[]}").with("Retry-After", retryAfter);
    }

    @ParameterizedTest
    @CsvSource({"17, PT17S", "0, PT0S"})
    void read_throttledForSeconds_saysHowLong(String header, Duration wait) {
        assertThat(failedRead(throttled(header)).retryAfter()).hasValue(wait);
    }

    @Test
    void read_throttledUntilDate_saysHowLong() {
        VaultFailure failure = failedRead(throttled("Fri, 01 Jan 2100 00:00:00 GMT"));
        assertThat(failure.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(365)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "99999999999", "Fri, 01 Jan 1990 00:00:00 GMT"})
    void read_throttledWithUselessHeader_saysNothing(String header) {
        assertThat(failedRead(throttled(header)).retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "nothing",
                "{",
                "{\"data\":{\"data\":{\"k\":\"c4n4ry",
                "{\"data\":null}",
                "{\"data\":{\"data\":{\"k\":\"c4n4ry\"}}}",
                "{\"data\":{\"data\":null,\"metadata\":{\"version\":1}}}",
                "{\"data\":{\"data\":\"c4n4ry\",\"metadata\":{\"version\":1}}}",
                "{\"data\":{\"data\":{},\"metadata\":{\"version\":1,\"deletion_time\":\"c4n4ry\"}}}",
                VaultStub.SECRET_BODY + "c4n4ry"
            })
    void read_bodyThatIsNoSecret_isUnavailableWithoutQuotingIt(String body) {
        VaultFailure failure = failedRead(json(200, body));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).doesNotContain("c4n4ry");
        assertThat(failure).hasNoCause().hasNoSuppressedExceptions();
    }

    @Test
    void read_bodyOfAnotherType_isUnavailable() {
        byte[] body = VaultStub.SECRET_BODY.getBytes(StandardCharsets.UTF_8);
        assertThat(failedRead(StubAnswer.of(200, "text/html", body)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void read_bodyThatIsNotUtf8_isUnavailableRatherThanAChangedSecret() {
        byte[] body = VaultStub.SECRET_BODY.replace("\"v\"", "\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(failedRead(StubAnswer.of(200, "application/json", body)).kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void read_bodyWithoutEnd_isGivenUp() {
        byte[] chunk = new byte[1 << 20];
        VaultFailure failure = failedRead(exchange -> {
            exchange.header("Content-Type", "application/json");
            OutputStream body = exchange.begin(200, -1);
            for (int i = 0; i < 60; i++) {
                body.write(chunk);
            }
        });
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.detail()).contains("40 MiB");
    }

    @Test
    void read_connectionThatBreaks_isUnavailable() {
        VaultFailure failure = failedRead(exchange -> {
            exchange.header("Content-Type", "application/json");
            OutputStream body = exchange.begin(200, 1000);
            body.write('{');
            body.flush();
        });
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure).hasNoCause();
    }

    @Test
    void read_mountThatIsNotPartOfThePath_isNotBelieved() {
        stub.on(VaultStub.DETECTION, json(200, "{\"data\":{\"path\":\"other/\",\"type\":\"kv\",\"options\":null}}"));
        assertThat(failure(() -> logIn().read(at("kv/a"), call())).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void read_deniedInUnknownWords_isDecidedByTheToken() {
        StubAnswer unknown = json(403, "{\"errors\":[\"no\"]}");
        Session session = logIn();
        stub.on(VaultStub.SECRET, unknown);
        assertThat(failure(() -> session.read(at("kv/a"), call())).kind()).isEqualTo(Kind.DENIED);
        stub.on(VaultStub.LOOKUP, json(403, DENIED_BY_POLICY));
        assertThat(failure(() -> session.read(at("kv/a"), call())).kind()).isEqualTo(Kind.DENIED);
        stub.on(VaultStub.LOOKUP, json(403, DEAD_TOKEN));
        assertThat(failure(() -> session.read(at("kv/a"), call())).kind()).isEqualTo(Kind.SESSION_ENDED);
        stub.on(VaultStub.LOOKUP, json(403, "{\"errors\":[\"permission denied\",\"invalid token\"]}"));
        assertThat(failure(() -> session.read(at("kv/a"), call())).kind()).isEqualTo(Kind.SESSION_ENDED);
        stub.on(VaultStub.LOOKUP, json(503, "{\"errors\":[\"Vault is sealed\"]}"));
        assertThat(failure(() -> session.read(at("kv/a"), call())).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void read_refusedByAProxy_doesNotEndTheSession() {
        VaultFailure failure = failedRead(StubAnswer.of(403, "text/html", "<html>permission denied</html>"));
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(stub.paths()).endsWith(VaultStub.SECRET);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void authenticate_pageOfAProxy_saysNothingAboutTheCredentials(int status) {
        VaultFailure failure = failedLogin(StubAnswer.of(status, "text/html", "<html>no</html>"));
        assertThat(failure.kind()).isIn(Kind.UNAVAILABLE, Kind.MISCONFIGURED);
    }

    @Test
    void authenticate_secondFactorAskedFor_isRefusedWithTheReason() {
        VaultFailure failure = failedLogin(json(200, "{\"auth\":{\"client_token\":\"\",\"mfa_requirement\":{}}}"));
        assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_REFUSED);
        assertThat(failure.detail()).contains("further proof");
    }

    @Test
    void authenticate_tokenWithLineBreak_isNotQuoted() {
        VaultFailure failure = failure(() -> {
            stub.on(VaultStub.APPROLE, json(200, "{\"auth\":{\"client_token\":\"c4n4ry\\r\\nX: 1\"}}"));
            Vaults.open(stub.address())
                    .authenticate(HashicorpCredentials.appRole("r", "s"), call())
                    .read(at("kv/a"), call());
        });
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.toString()).doesNotContain("c4n4ry");
    }

    @Test
    void read_detectionRefused_usesTheVersionThatIsSet() {
        stub.on(VaultStub.DETECTION, json(403, DENIED_BY_POLICY));
        assertThat(failure(() -> logIn().read(at("kv/a"), call())).kind()).isEqualTo(Kind.DENIED);
        assertThat(text(logIn("kv-version", "2").read(at("kv/a"), call()), "k")).isEqualTo("v");
    }

    @Test
    void read_wrongVersionSet_saysWhatToCheck() {
        stub.on(VaultStub.DETECTION, json(403, DENIED_BY_POLICY));
        stub.on(
                "kv/a",
                json(404, "{\"data\":null,\"warnings\":[\"Invalid path for a versioned K/V secrets engine\"]}"));
        VaultFailure failure = failure(() -> logIn("kv-version", "1").read(at("kv/a"), call()));
        assertThat(failure.kind()).isEqualTo(Kind.MISCONFIGURED);
        assertThat(failure.detail()).contains("kv-version");
    }

    @Test
    void read_twice_detectsTheMountOnce() {
        Session session = logIn();
        session.read(at("kv/a"), call());
        session.read(at("kv/a"), call());
        assertThat(stub.paths())
                .containsExactly(VaultStub.LOOKUP, VaultStub.DETECTION, VaultStub.SECRET, VaultStub.SECRET);
    }

    @Test
    void read_anything_sendsTheHeadersOfVault() {
        logIn("namespace", "team/a").read(at("kv/a"), call());
        assertThat(stub.lastRequest().header("X-Vault-Request")).hasValue("true");
        assertThat(stub.lastRequest().header("X-Vault-Namespace")).hasValue("team/a");
        assertThat(stub.lastRequest().header("X-Vault-Token")).hasValue("c4n4ry-token");
    }

    @Test
    void authenticate_appRole_sendsNoToken() {
        failedLogin(json(400, "{\"errors\":[]}"));
        assertThat(stub.lastRequest().header("X-Vault-Request")).hasValue("true");
        assertThat(stub.lastRequest().header("X-Vault-Token")).isEmpty();
    }
}
