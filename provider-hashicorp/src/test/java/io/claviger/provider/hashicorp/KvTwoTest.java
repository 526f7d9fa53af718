package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.at;
import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.failure;
import static io.claviger.provider.hashicorp.Vaults.firstFailure;
import static io.claviger.provider.hashicorp.Vaults.read;
import static io.claviger.provider.hashicorp.Vaults.session;
import static io.claviger.provider.hashicorp.Vaults.text;
import static io.claviger.provider.hashicorp.Vaults.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.SecretSnapshot;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class KvTwoTest {

    private OpenBao server;
    private String mount;
    private Session session;

    @BeforeEach
    void mount(OpenBao shared) {
        server = shared;
        mount = Vaults.mount(server, 2);
        session = Vaults.root(server);
    }

    private void write(String path, String data) {
        server.write(mount + "/data/" + path, "{\"data\":" + data + "}");
    }

    @Test
    void read_severalFields_givesAllOfOneVersion() {
        write("app/db", "{\"user\":\"u1\",\"password\":\"p1\"}");
        write("app/db", "{\"user\":\"u2\",\"password\":\"p2\"}");
        SecretSnapshot snapshot = read(session, mount + "/app/db");
        assertThat(text(snapshot, "user")).isEqualTo("u2");
        assertThat(text(snapshot, "password")).isEqualTo("p2");
        assertThat(snapshot.version()).hasValue("2");
        assertThat(snapshot.lifetime()).isEmpty();
    }

    @Test
    void read_olderVersion_givesThatOne() {
        write("a", "{\"k\":\"one\"}");
        write("a", "{\"k\":\"two\"}");
        SecretSnapshot snapshot = session.read(at(mount + "/a", 1), call());
        assertThat(text(snapshot, "k")).isEqualTo("one");
        assertThat(snapshot.version()).hasValue("1");
    }

    @Test
    void read_fieldThatIsNotThere_isEmpty() {
        write("a", "{\"k\":\"v\"}");
        assertThat(read(session, mount + "/a").field("other")).isEmpty();
    }

    @Test
    void read_emptySecret_isASecretWithoutFields() {
        write("a", "{}");
        assertThat(read(session, mount + "/a").fieldNames()).isEmpty();
    }

    @Test
    void read_strangeValues_keepsThemAll() {
        write("a", "{\"\":\"empty\",\"a.b\":\"<&>\\u0000\\r\\n\",\"\u00e9#/\":{\"x\":[1,\"y\"]},\"n\":null}");
        SecretSnapshot snapshot = read(session, mount + "/a");
        assertThat(snapshot.fieldNames()).containsExactlyInAnyOrder("", "a.b", "\u00e9#/", "n");
        assertThat(text(snapshot, "a.b")).isEqualTo("<&>\u0000\r\n");
        assertThat(text(snapshot, "/\u00e9#~1/x/1")).isEqualTo("y");
        assertThat(snapshot.field("n")).isEmpty();
    }

    @Test
    void read_keyNamedData_isFound() {
        write("data", "{\"data\":\"v\"}");
        assertThat(text(read(session, mount + "/data"), "data")).isEqualTo("v");
    }

    @Test
    void read_largeValue_isComplete() {
        String large = "x".repeat(20 << 20);
        write("large", "{\"k\":\"" + large + "\"}");
        assertThat(text(read(session, mount + "/large"), "k")).hasSameSizeAs(large);
    }

    @Test
    void read_missingPath_isNotFound() {
        VaultFailure failure = failure(() -> read(session, mount + "/none"));
        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure.createdNothing()).isTrue();
    }

    @Test
    void read_missingPathWithVersion_isNotFound() {
        assertThat(failure(() -> session.read(at(mount + "/none", 3), call())).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void read_missingVersion_isVersionNotFound() {
        write("a", "{\"k\":\"v\"}");
        assertThat(failure(() -> session.read(at(mount + "/a", 7), call())).kind())
                .isEqualTo(Kind.VERSION_NOT_FOUND);
    }

    @Test
    void read_trimmedVersion_isVersionNotFound() {
        server.write(mount + "/metadata/a", "{\"max_versions\":1}");
        write("a", "{\"k\":\"one\"}");
        write("a", "{\"k\":\"two\"}");
        assertThat(failure(() -> session.read(at(mount + "/a", 1), call())).kind())
                .isEqualTo(Kind.VERSION_NOT_FOUND);
    }

    @Test
    void read_missingVersionWithoutAccessToMetadata_isToldByTheCurrentVersion() {
        write("a", "{\"k\":\"v\"}");
        write("deleted", "{\"k\":\"v\"}");
        server.delete(mount + "/data/deleted");
        Session limited = session(server, token(server, mount + "/data/*", "read"));
        assertThat(failure(() -> limited.read(at(mount + "/a", 7), call())).kind())
                .isEqualTo(Kind.VERSION_NOT_FOUND);
        assertThat(failure(() -> limited.read(at(mount + "/deleted", 7), call()))
                        .kind())
                .isEqualTo(Kind.VERSION_NOT_FOUND);
        assertThat(failure(() -> limited.read(at(mount + "/none", 7), call())).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void read_deletedVersion_isDeletedAndOlderOnesStay() {
        write("a", "{\"k\":\"one\"}");
        write("a", "{\"k\":\"two\"}");
        server.delete(mount + "/data/a");
        VaultFailure failure = failure(() -> read(session, mount + "/a"));
        assertThat(failure.kind()).isEqualTo(Kind.DELETED);
        assertThat(failure.detail()).contains("is deleted");
        assertThat(failure.requestId()).isPresent();
        assertThat(text(session.read(at(mount + "/a", 1), call()), "k")).isEqualTo("one");
    }

    @Test
    void read_destroyedVersion_isDestroyed() {
        write("a", "{\"k\":\"v\"}");
        server.write(mount + "/destroy/a", "{\"versions\":[1]}");
        VaultFailure failure = failure(() -> read(session, mount + "/a"));
        assertThat(failure.kind()).isEqualTo(Kind.DELETED);
        assertThat(failure.detail()).contains("destroyed");
    }

    @Test
    void read_metadataDeleted_isNotFound() {
        write("a", "{\"k\":\"v\"}");
        server.delete(mount + "/metadata/a");
        assertThat(failure(() -> read(session, mount + "/a")).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void read_announcedDeletion_limitsTheLife() {
        server.write(mount + "/metadata/a", "{\"delete_version_after\":\"10m\"}");
        write("a", "{\"k\":\"v\"}");
        assertThat(read(session, mount + "/a").lifetime())
                .hasValueSatisfying(life -> assertThat(life).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
    }

    @Test
    void read_announcedDeletionPassed_isDeleted() {
        server.write(mount + "/metadata/a", "{\"delete_version_after\":\"1s\"}");
        write("a", "{\"k\":\"v\"}");
        assertThat(firstFailure(() -> read(session, mount + "/a")).kind()).isEqualTo(Kind.DELETED);
    }

    @Test
    void previousVersion_ofASecretWithTwoVersions_isTheOneBefore(OpenBao server) {
        String mount = Vaults.mount(server, 2);
        server.write(mount + "/data/a", "{\"data\":{\"k\":\"one\"}}");
        Session session = Vaults.root(server);
        try (VaultClient client = Vaults.open(server.address())) {
            assertThat(client.previousVersion(Vaults.at(mount + "/a"), Vaults.read(session, mount + "/a")))
                    .isEmpty();
            server.write(mount + "/data/a", "{\"data\":{\"k\":\"two\"}}");
            SecretSnapshot current = Vaults.read(session, mount + "/a");

            Locator previous =
                    client.previousVersion(Vaults.at(mount + "/a"), current).orElseThrow();

            assertThat(Vaults.text(session.read(previous, Vaults.call()), "k")).isEqualTo("one");
            assertThat(client.previousVersion(Vaults.at(mount + "/a", 2), current))
                    .isEmpty();
        }
    }

    @Test
    void previousVersion_ofAnEngineWithoutVersions_isNone(OpenBao server) {
        String mount = Vaults.mount(server, 1);
        server.write(mount + "/a", "{\"k\":\"one\"}");
        try (VaultClient client = Vaults.open(server.address())) {
            assertThat(client.previousVersion(Vaults.at(mount + "/a"), Vaults.read(Vaults.root(server), mount + "/a")))
                    .isEmpty();
        }
    }
}
