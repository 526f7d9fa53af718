package io.claviger.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.claviger.ConfigurationException;
import io.claviger.SecretReference;
import io.claviger.SyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DomainContext.Global.class)
@Domain(ReferenceArbitraries.class)
class ReferenceErrorPropertiesTest {

    private static final String FRAGMENTS =
            "vault:// / ? # & = % %2 %2F %FF %00 ~ ~0 @ : + .. a Z 0 \u00e9 \ud800 \n } { \0";

    @Property
    @Label("R2: user-info is refused, and the message does not repeat it")
    void parse_userInfo_isNotRepeated(
            @ForAll @AlphaChars @StringLength(min = 12, max = 40) String user,
            @ForAll @NumericChars @StringLength(min = 12, max = 40) String password,
            @ForAll SecretReference reference) {
        String credential = user + ":" + password + "@";
        SyntaxException error =
                error("vault://" + credential + reference.toString().substring(8));
        assertThat(error.reason()).isEqualTo("User-info is not allowed in a reference.");
        assertThat(error.toString()).doesNotContain(user).doesNotContain(password);
    }

    @Property
    @Label("R2: a port is refused, and the message does not repeat it or the alias")
    void parse_port_isNotRepeated(
            @ForAll @NumericChars @StringLength(min = 5, max = 20) String port, @ForAll("longNames") String alias) {
        SyntaxException error = error("vault://" + alias + ":" + port + "/path");
        assertThat(error.reason()).isEqualTo("A port is not allowed in a reference.");
        assertThat(error.toString()).doesNotContain(alias).doesNotContain(port);
    }

    @Property(tries = 5_000)
    @Label("R3: whatever is done to a reference, an error gives a place inside it, a reason and a remedy")
    void parse_changedReference_returnsOrGivesPlaceReasonAndRemedy(@ForAll("changed") String text) {
        assertReadOrRefused(text);
    }

    @Property(tries = 5_000)
    @Label("R3: any text is read or refused in the same way")
    void parse_anyText_returnsOrThrowsSyntaxException(@ForAll String text, @ForAll("garbage") String garbage) {
        assertReadOrRefused(text);
        assertReadOrRefused("vault://" + text);
        assertReadOrRefused("vault://a/" + text);
        assertReadOrRefused(garbage);
        assertReadOrRefused("vault://" + garbage);
        assertReadOrRefused("vault://a/b?v=" + garbage);
    }

    @Property
    @Label("R1: parts are allowed exactly where their text can be read")
    void of_anyParts_agreesWithParse(
            @ForAll("anyPart") String segment, @ForAll("anyPart") String value, @ForAll("anyPart") String field) {
        Optional<SecretReference> made = made(segment, value, field);
        assertThat(made.map(reference -> SecretReference.parse(reference.toString())))
                .isEqualTo(made);
        boolean allowed = List.of(segment, value, field).stream().allMatch(ReferenceErrorPropertiesTest::plain);
        assertThat(made.isPresent()).isEqualTo(allowed && (!field.startsWith("/") || field.matches("([^~]|~[01])*")));
    }

    @Property(tries = 200)
    @Label("R4: a text is bounded before it is read")
    void parse_longerThanTheLimit_isRefusedAtTheLimit(@ForAll("garbage") String garbage) {
        SyntaxException error = error("vault://a/b" + garbage + "x".repeat(4_096));
        assertThat(error.column()).isEqualTo(4_097);
    }

    @Provide
    Arbitrary<String> longNames() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(20).ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.of(FRAGMENTS.split(" ", -1)).list().ofMaxSize(20).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> anyPart() {
        return Arbitraries.oneOf(garbage(), ReferenceArbitraries.texts(), ReferenceArbitraries.fields());
    }

    @Provide
    Arbitrary<String> changed() {
        Arbitrary<String> inserted = Arbitraries.oneOf(
                Arbitraries.of(FRAGMENTS.split(" ", -1)), Arbitraries.strings().ofMaxLength(2));
        Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 100_000);
        return Combinators.combine(new ReferenceArbitraries().references(), inserted, numbers, numbers)
                .as((reference, insertion, start, length) ->
                        changed(reference.toString(), insertion, start, length % 3));
    }

    private static String changed(String text, String insertion, int start, int length) {
        int from = start % (text.length() + 1);
        int to = Math.min(text.length(), from + length);
        return text.substring(0, from) + insertion + text.substring(to);
    }

    private static void assertReadOrRefused(String text) {
        Throwable thrown = catchThrowable(() -> SecretReference.parse(text));
        if (thrown == null) {
            return;
        }
        assertThat(thrown).isInstanceOf(SyntaxException.class).hasNoCause();
        SyntaxException error = (SyntaxException) thrown;
        assertThat(error.line()).isEqualTo(1);
        assertThat(error.column()).isBetween(1, text.length() + 1);
        assertThat(error.reason()).isNotBlank().endsWith(".");
        assertThat(error.remedy()).isNotBlank().endsWith(".");
        assertThat(error.getMessage().codePoints().noneMatch(Character::isISOControl))
                .isTrue();
    }

    private static Optional<SecretReference> made(String segment, String value, String field) {
        try {
            return Optional.of(SecretReference.of("a", List.of(segment), Map.of("v", value), field));
        } catch (ConfigurationException e) {
            return Optional.empty();
        }
    }

    private static boolean plain(String text) {
        return !text.isEmpty()
                && text.codePoints().noneMatch(Character::isISOControl)
                && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private static SyntaxException error(String text) {
        return catchThrowableOfType(SyntaxException.class, () -> SecretReference.parse(text));
    }
}
