package io.claviger.internal.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.ConfigurationException;
import io.claviger.IntegrationScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S11: patterns of paths and parameters")
class ScopePatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a          | a          | true",
                "a          | b          | false",
                "a          | a/b        | false",
                "a/b        | a          | false",
                "*          | a          | true",
                "*          | a/b        | false",
                "**         | a          | true",
                "**         | a/b/c      | true",
                "a/**       | a          | false",
                "a/**       | a/b        | true",
                "a/**       | a/b/c/d    | true",
                "a/**       | ab/c       | false",
                "a/*        | a/b        | true",
                "a/*        | a/b/c      | false",
                "a/*/c      | a/b/c      | true",
                "a/*/c      | a/b/d      | false",
                "a/*/**     | a/b        | false",
                "a/*/**     | a/b/c      | true",
                "app-*      | app-       | true",
                "app-*      | app-1      | true",
                "app-*      | my-app-1   | false",
                "*-db       | app-db     | true",
                "*-db       | app-db-2   | false",
                "a*b*c      | abc        | true",
                "a*b*c      | aXbYbZc    | true",
                "a*b*c      | acb        | false",
                "a.c        | abc        | false",
                "a?c        | abc        | false",
                "[ab]       | a          | false",
                "A          | a          | false",
                "a/..       | a          | false",
                "a/**       | a/../b     | true",
            })
    void path_isInScopeIfItFits(String pattern, String path, boolean allowed) {
        assertThat(IntegrationScope.of(pattern).allows(List.of(path.split("/")), Map.of()))
                .isEqualTo(allowed);
    }

    @Test
    void path_thatFitsAnyPattern_isInScope() {
        IntegrationScope scope = IntegrationScope.of("a/**", "b");
        assertThat(scope.allows(List.of("a", "x"), Map.of())).isTrue();
        assertThat(scope.allows(List.of("b"), Map.of())).isTrue();
        assertThat(scope.allows(List.of("c"), Map.of())).isFalse();
    }

    @Test
    void segment_withASlashInIt_isOneSegment() {
        IntegrationScope scope = IntegrationScope.of("a/b");
        assertThat(scope.allows(List.of("a/b"), Map.of())).isFalse();
        assertThat(IntegrationScope.of("a/*").allows(List.of("a", "b/c"), Map.of()))
                .isTrue();
    }

    @Test
    void parameter_withPatterns_fitsOneOfThem() {
        IntegrationScope scope =
                IntegrationScope.of("app", "?role=arn:aws:iam::1:role/app-*", "?role=arn:aws:iam::2:role/*");
        assertThat(scope.allows(List.of("app"), Map.of("role", "arn:aws:iam::1:role/app-x")))
                .isTrue();
        assertThat(scope.allows(List.of("app"), Map.of("role", "arn:aws:iam::2:role/any/path")))
                .isTrue();
        assertThat(scope.allows(List.of("app"), Map.of("role", "arn:aws:iam::1:role/admin")))
                .isFalse();
        assertThat(scope.allows(List.of("app"), Map.of("version", "2"))).isTrue();
        assertThat(scope.allows(List.of("app"), Map.of())).isTrue();
        assertThat(scope.allows(List.of("other"), Map.of("role", "arn:aws:iam::1:role/app-x")))
                .isFalse();
    }

    @Test
    void scope_ofParametersAlone_isRefusedUntilItSaysThatEveryPathIsMeant() {
        for (String alone : List.of("region=eu-*", "?role=role/*", "env=prod")) {
            assertThatThrownBy(() -> IntegrationScope.of(alone))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("** for all of them");
        }
        IntegrationScope scope = IntegrationScope.of("**", "region=eu-*");
        assertThat(scope.allows(List.of("any", "path"), Map.of("region", "eu-west-1")))
                .isTrue();
        assertThat(scope.allows(List.of("any", "path"), Map.of("region", "us-east-1")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"env=prod/**", "env=prod/app", "env=/", "role=arn:aws:iam::1:role/app-*"})
    void pattern_thatCouldBeAPathOrAParameter_isRefusedAndSaysHowToWriteEither(String pattern) {
        assertThatThrownBy(() -> IntegrationScope.of("app/**", pattern))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("leading / for a path")
                .hasMessageContaining("leading ? for a parameter");
    }

    @Test
    void path_thatBeginsLikeAParameter_isOneIfItSaysSo() {
        IntegrationScope scope = IntegrationScope.of("/env=prod/**", "/env=test");
        assertThat(scope.allows(List.of("env=prod", "db"), Map.of())).isTrue();
        assertThat(scope.allows(List.of("env=test"), Map.of())).isTrue();
        assertThat(scope.allows(List.of("env=stage", "db"), Map.of())).isFalse();
        assertThat(scope.allows(List.of("db"), Map.of("env", "prod/x"))).isFalse();
        assertThat(IntegrationScope.of(scope.patterns())).isEqualTo(scope);
    }

    @Test
    void parameter_withASlashInIt_isOneIfItSaysSo() {
        IntegrationScope scope = IntegrationScope.of("**", "?env=prod/**");
        assertThat(scope.allows(List.of("db"), Map.of("env", "prod/x"))).isTrue();
        assertThat(scope.allows(List.of("db"), Map.of("env", "test/x"))).isFalse();
        assertThat(IntegrationScope.of(scope.patterns())).isEqualTo(scope);
        assertThat(IntegrationScope.of("**", "?env=prod")).isEqualTo(IntegrationScope.of("**", "env=prod"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/a",
                "//env=prod",
                "/env=prod//a",
                "a/",
                "a//b",
                "**/a",
                "a/**b",
                "a/b**/c",
                "***",
                "a\nb",
                "a\u0000"
            })
    void pattern_thatIsMalformed_isRefused(String pattern) {
        assertThatThrownBy(() -> IntegrationScope.of("good", pattern))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(1));
    }

    @Test
    void patterns_thatAreMalformed_areAllReported() {
        assertThatThrownBy(() -> IntegrationScope.of("a//b", "a".repeat(1025), "good"))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> assertThat(e.problems())
                        .hasSize(2));
        assertThatThrownBy(() -> IntegrationScope.of(List.of())).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void scopes_ofTheSamePatterns_areEqual() {
        IntegrationScope scope = IntegrationScope.of("b", "a", "b");
        assertThat(scope).isEqualTo(IntegrationScope.of("a", "b")).hasSameHashCodeAs(IntegrationScope.of("a", "b"));
        assertThat(scope.patterns()).containsExactly("a", "b");
        assertThat(scope).hasToString("a, b").isNotEqualTo(IntegrationScope.of("a"));
        assertThat(IntegrationScope.everything()).hasToString("everything");
        assertThat(IntegrationScope.everything().restricted()).isFalse();
        assertThat(scope.restricted()).isTrue();
    }

    @Test
    void pattern_ofManyAsterisks_isComparedInTime() {
        IntegrationScope scope = IntegrationScope.of("*a".repeat(500) + "b");
        assertThat(scope.allows(List.of("a".repeat(20_000)), Map.of())).isFalse();
    }
}
