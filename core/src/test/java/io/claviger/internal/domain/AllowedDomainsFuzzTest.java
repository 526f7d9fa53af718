package io.claviger.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.claviger.AllowedDomains;
import io.claviger.ConfigurationException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is allowed is judged by the JDK's own readers: {@link URI}, which its client goes by, and the lenient {@link URL}. */
@DisplayName("Design §5: no mutation of a target is allowed whose host is outside")
class AllowedDomainsFuzzTest {

    // more for a long run on demand: -Dclaviger.fuzz.rounds=10000000
    private static final int ROUNDS = Integer.getInteger("claviger.fuzz.rounds", 20_000);
    private static final int FEWEST_ALLOWED = 1_000;
    private static final Set<String> ADDRESSES = Set.of("127.0.0.1", "0:0:0:0:0:0:0:1");

    private final AllowedDomains domains =
            AllowedDomains.parse("example.com, http://*.example.org:8080, *.b\u00fccher.example, 127.0.0.1, [::1]");

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_123, 42})
    void allows_mutatedTarget_staysInsideForEveryReader(long seed) {
        TargetMutations targets = new TargetMutations(seed);
        int allowed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String target = targets.next();
            if (domains.allows(target)) {
                allowed++;
                assertThat(inside(URI.create(target))).as("by URI: %s", target).isTrue();
                assertThat(insideByUrl(target)).as("by URL: %s", target).isTrue();
            }
        }
        assertThat(allowed).isGreaterThan(FEWEST_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 20_261_124})
    void parse_mutatedPattern_isReadOrRefusedWithReasons(long seed) {
        TargetMutations patterns = new TargetMutations(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String pattern = patterns.next();
            assertThatCode(() -> readOrRefuse(pattern)).as(pattern).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(String pattern) {
        try {
            AllowedDomains read = AllowedDomains.parse(pattern);
            assertThat(AllowedDomains.parse(read.toString())).isEqualTo(read);
        } catch (ConfigurationException e) {
            assertThat(e.problems()).isNotEmpty();
        }
    }

    // URI reads no host and port where the name is not ASCII
    private static boolean inside(URI target) {
        String[] authority = target.getRawAuthority().split(":(?=[0-9]+$)", -1);
        String host = target.getHost() == null ? authority[0] : target.getHost();
        int port = target.getHost() == null && authority.length > 1 ? Integer.parseInt(authority[1]) : target.getPort();
        return target.getRawUserInfo() == null && inside(target.getScheme(), host, port);
    }

    private static boolean insideByUrl(String target) {
        try {
            URL url = new URL(target);
            return url.getUserInfo() == null && inside(url.getProtocol(), url.getHost(), url.getPort());
        } catch (MalformedURLException e) {
            return false;
        }
    }

    private static boolean inside(String anyScheme, String anyHost, int port) {
        String scheme = anyScheme.toLowerCase(Locale.ROOT);
        String host = IDN.toASCII(anyHost).toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (scheme.equals("http")) {
            return port == 8080 && isIn("example.org", host);
        }
        return scheme.equals("https")
                && (host.equals("example.com") || isIn("xn--bcher-kva.example", host) || isAddress(host));
    }

    private static boolean isIn(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean isAddress(String host) {
        try {
            return host.matches("[0-9.]+|\\[.*]")
                    && ADDRESSES.contains(InetAddress.getByName(host).getHostAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
