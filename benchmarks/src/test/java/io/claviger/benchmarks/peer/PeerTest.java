package io.claviger.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.benchmarks.stub.Payload;
import io.claviger.benchmarks.stub.Upstream;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every peer gives the same password, so that the same is measured")
class PeerTest {

    static Stream<Named<Function<Upstream, Peer>>> all() {
        return Stream.concat(caching(), asking());
    }

    static Stream<Named<Function<Upstream, Peer>>> caching() {
        return Stream.of(
                Named.of("Claviger", ClavigerPeer::new),
                Named.of("ConcurrentHashMap", ConcurrentMapPeer::new),
                Named.of("Caffeine", CaffeinePeer::new),
                Named.of("Caffeine without expiration", UnexpiringCaffeinePeer::new),
                Named.of("AWS caching client", AwsCachingPeer::new),
                Named.of("Spring Vault", SpringVaultPeer::new));
    }

    static Stream<Named<Function<Upstream, Peer>>> asking() {
        return Stream.of(
                Named.of("SmallRye Config", SmallRyePeer::new),
                Named.of("Kafka", KafkaPeer::new),
                Named.of("Camel", CamelPeer::new));
    }

    @ParameterizedTest
    @MethodSource("all")
    void password_ofEachPeer_isThatOfThePayload(Function<Upstream, Peer> opening) {
        try (Peer peer = opening.apply(new Upstream())) {
            assertThat(peer.password()).isEqualTo(Payload.PASSWORD);
            assertThat(peer.password()).isEqualTo(Payload.PASSWORD);
        }
    }

    @ParameterizedTest
    @MethodSource("caching")
    void secondRead_ofAPeerThatKeepsValues_asksNobody(Function<Upstream, Peer> opening) {
        assertThat(callsOfSecondRead(opening)).isZero();
    }

    @ParameterizedTest
    @MethodSource("asking")
    void secondRead_ofAPeerThatKeepsNone_asksTheVault(Function<Upstream, Peer> opening) {
        assertThat(callsOfSecondRead(opening)).isOne();
    }

    @Test
    void password_byReferenceAndByHandle_isThatOfThePayload() {
        try (ClavigerPeer claviger = new ClavigerPeer()) {
            assertThat(claviger.passwordByReference()).isEqualTo(Payload.PASSWORD);
            assertThat(claviger.passwordByHandle()).isEqualTo(Payload.PASSWORD);
        }
    }

    @Test
    void password_ifPresentInCaffeine_isThatOfThePayload() {
        CaffeinePeer caffeine = new CaffeinePeer();
        caffeine.fill();

        assertThat(caffeine.passwordIfPresent()).isEqualTo(Payload.PASSWORD);
    }

    @Test
    void text_ofTheAwsClient_isTheWholePayload() {
        try (AwsCachingPeer aws = new AwsCachingPeer()) {
            assertThat(aws.text()).isEqualTo(Payload.JSON);
        }
    }

    private static int callsOfSecondRead(Function<Upstream, Peer> opening) {
        Upstream upstream = new Upstream();
        try (Peer peer = opening.apply(upstream)) {
            peer.password();
            int before = upstream.calls();
            peer.password();
            return upstream.calls() - before;
        }
    }
}
