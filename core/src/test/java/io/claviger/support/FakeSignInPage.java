package io.claviger.support;

import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sign-in page of a vault, in memory: it gives codes to people and takes each of them back once. */
public final class FakeSignInPage {

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    public final List<SignInRequest> requests = new CopyOnWriteArrayList<>();
    public final List<String> codes = new CopyOnWriteArrayList<>();
    public final AtomicInteger redemptions = new AtomicInteger();

    /** Where the page is. */
    public volatile String address = "https://login.example/authorize";

    /** Runs before a sign-in begins; throws to make it fail. */
    public volatile Runnable beforeBegin = () -> {};

    /** Runs before the address of the page is told; throws to make that fail. */
    public volatile Runnable beforeAddress = () -> {};

    private record Grant(String person, String challenge, String redirect) {}

    URI begin(SignInRequest request) {
        beforeBegin.run();
        requests.add(request);
        return URI.create(address + "?response_type=code&client_id=claviger&redirect_uri="
                + encode(request.redirect().toString()) + "&state=" + request.state() + "&nonce=" + request.nonce()
                + "&code_challenge=" + request.codeChallenge() + "&code_challenge_method="
                + SignInRequest.CHALLENGE_METHOD);
    }

    /** A person signs in at the page, and is sent back; returns where to. */
    public URI visit(URI page, String person) {
        Map<String, String> query = query(page);
        String code = "code-" + UUID.randomUUID();
        codes.add(code);
        grants.put(code, new Grant(person, query.get("code_challenge"), query.get("redirect_uri")));
        return URI.create(query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    /** A person refuses at the page, and is sent back; returns where to. */
    public URI refuse(URI page, String error, String description) {
        Map<String, String> query = query(page);
        return URI.create(query.get("redirect_uri") + "?error=" + encode(error) + "&error_description="
                + encode(description) + "&state=" + query.get("state"));
    }

    /** Takes a code back; returns whose it is. */
    String redeem(SignInRequest request, SignInCallback callback) {
        redemptions.incrementAndGet();
        Grant grant = grants.remove(callback.code());
        if (grant == null
                || !grant.challenge().equals(request.codeChallenge())
                || !grant.redirect().equals(request.redirect().toString())) {
            throw VaultFailure.of(VaultFailure.Kind.CREDENTIALS_REFUSED, "The code is not good.");
        }
        return grant.person();
    }

    public static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1])));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
