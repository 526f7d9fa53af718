package io.claviger.provider.hashicorp;

import static io.claviger.provider.hashicorp.Vaults.at;
import static io.claviger.provider.hashicorp.Vaults.call;
import static io.claviger.provider.hashicorp.Vaults.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.spi.Session;
import io.claviger.testservers.OpenBao;
import io.claviger.testservers.OpenBaoExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of a path is part of the name: no other secret is asked for. */
@Tag("server")
@ExtendWith(OpenBaoExtension.class)
class PathCharactersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "a+b",
                "h#ash",
                "q?m",
                "q?version=1",
                "100%",
                "%2F",
                "cu{r}ly",
                "{segment}",
                "a:b",
                "a@b",
                "a;b",
                "a=b&c",
                "dot.",
                "...",
                "UPPER",
                "upper",
                "\u00e9\u00fc",
                "\u6f22\u5b57",
                "\ud83d\udd11",
                "a\"b",
                "a\\b",
                "a|b",
                "a'b",
                "~",
                "(x)",
                "[x]",
                "a*b",
                "a,b",
                "$",
                "data",
                "metadata",
                "^`<>"
            })
    void read_segmentWithCharacter_findsThatSecret(String segment, OpenBao server) {
        for (int version : new int[] {1, 2}) {
            String mount = Vaults.mount(server, version);
            String path = encode(segment) + "/" + encode(segment);
            server.write(
                    mount + (version == 2 ? "/data/" : "/") + path,
                    version == 2 ? "{\"data\":{\"k\":\"v\"}}" : "{\"k\":\"v\"}");
            Session session = Vaults.root(server);
            assertThat(text(session.read(at(List.of(mount, segment, segment)), call()), "k"))
                    .isEqualTo("v");
        }
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
