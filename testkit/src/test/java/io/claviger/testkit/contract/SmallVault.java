package io.claviger.testkit.contract;

import io.claviger.ConfigurationException;
import io.claviger.Credentials;
import io.claviger.SecretReference;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.Settings;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.PendingSignIn;
import io.claviger.spi.ProviderDescriptor;
import io.claviger.spi.Session;
import io.claviger.spi.SettingDescriptor;
import io.claviger.spi.SignInCallback;
import io.claviger.spi.SignInRequest;
import io.claviger.spi.VaultClient;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import io.claviger.spi.VaultProvider;
import io.claviger.spi.VaultType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** The provider for a {@link SmallServer}: a good one, or one with flaws. */
@VaultType("small")
final class SmallVault implements VaultProvider {

    private final Set<SmallFlaw> flaws;

    SmallVault(Set<SmallFlaw> flaws) {
        this.flaws = flaws;
    }

    @Override
    public ProviderDescriptor descriptor() {
        return ProviderDescriptor.of("Small vault")
                .setting(SettingDescriptor.required("address", "Where it is.").destination())
                .setting(SettingDescriptor.optional("ca-file", "Whom to trust.").hostOnly())
                .credentials(Password.class)
                .build();
    }

    @Override
    public VaultClient open(Settings settings) {
        URI address = URI.create(settings.get("address").orElseThrow());
        if (address.getUserInfo() != null) {
            throw new ConfigurationException("The setting address has a password in it; remove it.");
        }
        boolean local = "127.0.0.1".equals(address.getHost());
        if (!address.getScheme().equals("https") && !local && !flaws.contains(SmallFlaw.SENDS_PLAIN)) {
            throw new ConfigurationException("The setting address is plain HTTP; use HTTPS.");
        }
        return new Client(address, new SmallTransport(settings.get("ca-file"), flaws));
    }

    /** A password that does not print itself. */
    static final class Password implements Credentials {

        private final transient String text;

        Password(String text) {
            this.text = text;
        }
    }

    private final class Client implements VaultClient {

        private final URI address;
        private final SmallTransport transport;

        Client(URI address, SmallTransport transport) {
            this.address = address;
            this.transport = transport;
        }

        @Override
        public Location locate(SecretReference reference) {
            if (!reference.parameters().isEmpty()) {
                throw new ConfigurationException("The reference has a parameter; remove it.");
            }
            return Location.of(
                    Locator.of(reference.path(), Map.of()), reference.field().orElse(null));
        }

        @Override
        public Session authenticate(Credentials credentials, Call call) {
            if (!(credentials instanceof Password password)) {
                throw VaultFailure.of(Kind.MISCONFIGURED, "It takes a Password.");
            }
            String token =
                    word(transport.post(address.resolve("/login"), password.text, call), Kind.CREDENTIALS_REFUSED);
            return (locator, read) -> snapshot(locator, token, read);
        }

        @Override
        public PendingSignIn signIn(SignInRequest request, Call call) {
            return flaws.contains(SmallFlaw.SIGNS_IN_UNASKED)
                    ? new UnaskedSignIn(address)
                    : VaultClient.super.signIn(request, call);
        }

        private SecretSnapshot snapshot(Locator locator, String token, Call call) {
            String name = URLEncoder.encode(locator.path().get(0), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            String word = word(transport.get(address.resolve("/secrets/" + name), token, call), Kind.SESSION_ENDED);
            try {
                return SecretSnapshot.ofValue(value(Base64.getDecoder().decode(word)))
                        .build();
            } catch (IllegalArgumentException e) {
                throw notUnderstood();
            }
        }

        @Override
        public void close() {}
    }

    /** At a page of which the descriptor knows nothing. */
    private record UnaskedSignIn(URI authorizationUrl) implements PendingSignIn {

        @Override
        public Session complete(SignInCallback callback, Call call) {
            throw notUnderstood();
        }
    }

    private String word(SmallTransport.Answer answer, Kind unauthorized) {
        if (flaws.contains(SmallFlaw.QUOTES_BODIES) && answer.status() != 200) {
            throw VaultFailure.of(Kind.UNAVAILABLE, "The server says: " + answer.body());
        }
        boolean own = answer.body().matches("[{]\"small\":\"[^\"]*\"}");
        if (!own && !flaws.contains(SmallFlaw.BELIEVES_ANYTHING)) {
            throw answer.status() == 429 ? throttled(answer) : notUnderstood();
        }
        return switch (answer.status()) {
            case 200 ->
                own
                        ? answer.body().substring(10, answer.body().length() - 2)
                        : Base64.getEncoder().encodeToString(answer.body().getBytes(StandardCharsets.UTF_8));
            case 401 -> throw VaultFailure.of(unauthorized, "The server refuses it.");
            case 404 -> throw VaultFailure.of(Kind.NOT_FOUND, "The server has no such secret.");
            default -> throw notUnderstood();
        };
    }

    private static VaultFailure throttled(SmallTransport.Answer answer) {
        VaultFailure failure = VaultFailure.of(Kind.THROTTLED, "The server asks for fewer requests.");
        return answer.retryAfter().map(failure::retryAfter).orElse(failure);
    }

    private static VaultFailure notUnderstood() {
        return VaultFailure.of(Kind.UNAVAILABLE, "The answer is not understood.");
    }

    private static SecretValue value(byte[] bytes) {
        try {
            return SecretValue.ofText(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            return SecretValue.ofBytes(bytes);
        }
    }
}
