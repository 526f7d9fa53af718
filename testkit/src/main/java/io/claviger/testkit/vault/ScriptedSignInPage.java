package io.claviger.testkit.vault;

import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sign-in page of a {@link ScriptedVault}, in memory. It gives codes to people, and takes each back once: from the
 * sign-in that it was given for, which proves itself by its code verifier. Safe for use by several threads.
 */
public final class ScriptedSignInPage {

    private static final String ADDRESS = "https://sign-in.example/authorize";

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final List<String> codes = new CopyOnWriteArrayList<>();

    ScriptedSignInPage() {}

    /**
     * Has a person sign in at the page, as they do in a browser.
     *
     * @param page the address that a sign-in has given
     * @param person who signs in: the identity of the session
     * @return where the browser is sent back to
     * @throws IllegalArgumentException if it is not the address of this page, or lacks what a page needs
     */
    public URI visit(URI page, String person) {
        Visit visit = Visit.to(page);
        String code = "code-" + UUID.randomUUID();
        codes.add(code);
        grants.put(code, new Grant(person, visit));
        return visit.back("code=" + code);
    }

    /**
     * Has a person refuse at the page to let the host in.
     *
     * @param page the address that a sign-in has given
     * @return where the browser is sent back to
     * @throws IllegalArgumentException if it is not the address of this page, or lacks what a page needs
     */
    public URI refuse(URI page) {
        return Visit.to(page).back("error=access_denied");
    }

    /**
     * Returns the codes that people were given, so that a test can make sure that they show nowhere.
     *
     * @return the codes until now
     */
    public List<String> codes() {
        return List.copyOf(codes);
    }

    URI address(SignInRequest request) {
        return URI.create(ADDRESS + "?response_type=code&redirect_uri="
                + encode(request.redirect().toString())
                + "&state=" + encode(request.state()) + "&nonce=" + encode(request.nonce())
                + "&code_challenge=" + request.codeChallenge()
                + "&code_challenge_method=" + SignInRequest.CHALLENGE_METHOD);
    }

    /** Takes a code back, which is good for one use, whoever tries; returns whose it is. */
    String redeem(SignInRequest request, SignInCallback callback) {
        return Optional.ofNullable(grants.remove(callback.code()))
                .filter(grant -> grant.isFor(request))
                .map(Grant::person)
                .orElseThrow(() -> VaultFailure.of(
                        Kind.CREDENTIALS_REFUSED, "The scripted vault has given no such code to this sign-in."));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Who has signed in, and for whom. */
    private record Grant(String person, Visit visit) {

        boolean isFor(SignInRequest request) {
            return visit.challenge().equals(request.codeChallenge())
                    && visit.redirect().equals(request.redirect().toString());
        }
    }

    /** What a browser brings to the page. */
    private record Visit(String redirect, String state, String challenge) {

        static Visit to(URI page) {
            if (!page.toString().startsWith(ADDRESS + "?")) {
                throw new IllegalArgumentException("This is not the address of the scripted sign-in page.");
            }
            Map<String, String> query = Stream.of(page.getRawQuery().split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length == 2 ? decode(pair[1]) : ""));
            if (!required(query, "code_challenge_method").equals(SignInRequest.CHALLENGE_METHOD)) {
                throw new IllegalArgumentException("The method of the code challenge is not S256.");
            }
            return new Visit(
                    required(query, "redirect_uri"), required(query, "state"), required(query, "code_challenge"));
        }

        private static String required(Map<String, String> query, String name) {
            return Optional.ofNullable(query.get(name))
                    .orElseThrow(() -> new IllegalArgumentException("The address of the page lacks " + name + "."));
        }

        URI back(String answer) {
            return URI.create(redirect + (redirect.contains("?") ? "&" : "?") + answer + "&state=" + encode(state));
        }
    }
}
