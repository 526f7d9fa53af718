package io.claviger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.support.SignInFixture;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S14: what a provider is given for a sign-in")
class SignInRequestTest {

    private static final String RFC_VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static SignInRequest request(String verifier) {
        return SignInRequest.of(SignInFixture.REDIRECT, "canary-state", "canary-nonce", verifier);
    }

    @Test
    @DisplayName("RFC 7636, appendix B")
    void codeChallenge_ofTheExampleOfTheRfc_isItsChallenge() {
        assertThat(request(RFC_VERIFIER).codeChallenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        assertThat(SignInRequest.CHALLENGE_METHOD).isEqualTo("S256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "has blanks has blanks has blanks has blanks has blanks", "ä"})
    void codeVerifier_thatIsNone_isRefused(String verifier) {
        assertThatThrownBy(() -> request(verifier)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request("x".repeat(129))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void texts_showNothing() {
        assertThat(request(RFC_VERIFIER).toString()).doesNotContain("canary", RFC_VERIFIER);
        assertThat(SignInCallback.of(Map.of("code", "canary-code", "iss", "canary"))
                        .toString())
                .doesNotContain("canary");
    }

    @Test
    void callback_givesCodeAndParameters() {
        SignInCallback callback = SignInCallback.of(Map.of("code", "c", "iss", "https://issuer.example"));

        assertThat(callback.code()).isEqualTo("c");
        assertThat(callback.parameter("iss")).contains("https://issuer.example");
        assertThat(callback.parameter("x")).isEmpty();
        assertThatThrownBy(() -> SignInCallback.of(Map.of("state", "s"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stateNonceAndVerifier_areOf256BitsAndNeverTheSame() {
        try (SignInFixture fixture = new SignInFixture()) {
            for (int i = 0; i < 500; i++) {
                fixture.manager.beginSignIn("people", URI.create("https://host.example/cb"));
            }
            Set<String> seen = new HashSet<>();
            fixture.page.requests.forEach(request -> {
                seen.add(request.state());
                seen.add(request.nonce());
                seen.add(request.codeVerifier());
            });
            assertThat(seen).hasSize(1500).allSatisfy(text -> assertThat(text).matches("[A-Za-z0-9_-]{43}"));
        }
    }

    @Test
    void states_useEveryCharacterOfTheAlphabetAboutAsOften() {
        try (SignInFixture fixture = new SignInFixture()) {
            for (int i = 0; i < 500; i++) {
                fixture.manager.beginSignIn("people", URI.create("https://host.example/cb"));
            }
            int[] counts = new int[128];
            fixture.page.requests.forEach(
                    request -> request.state().substring(0, 42).chars().forEach(c -> counts[c]++));
            // 21,000 characters over 64: 328 each, with a deviation of 18
            for (char c : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
                assertThat(counts[c]).as("count of " + c).isBetween(328 - 180, 328 + 180);
            }
        }
    }
}
