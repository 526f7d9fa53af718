package io.claviger.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.claviger.AccessRefusedException;
import io.claviger.ConfigurationException;
import io.claviger.Reason;
import io.claviger.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Design §9: every error leads to its section of docs/errors.md")
class ErrorsPageTest {

    private static final String PAGE = "docs/errors.md";
    private static final String HEADING = "## ";

    private final Map<String, String> sections = new LinkedHashMap<>();

    @BeforeEach
    void readSections() throws IOException {
        String page = Files.readString(Reactor.root().resolve(PAGE));
        Arrays.stream(page.split("\n" + HEADING)).skip(1).forEach(section -> {
            String heading = section.lines().findFirst().orElseThrow();
            assertThat(sections.put(heading, section))
                    .as("two sections %s", heading)
                    .isNull();
        });
    }

    @Test
    void page_hasOneSectionPerReasonAndException_andNoOther() {
        List<String> reasons =
                Arrays.stream(Reason.values()).map(ErrorsPageTest::anchor).toList();
        List<String> exceptions = Stream.of(
                        ConfigurationException.class, SyntaxException.class, AccessRefusedException.class)
                .map(Class::getSimpleName)
                .toList();

        assertThat(sections.keySet())
                .containsExactlyElementsOf(
                        Stream.of(reasons, exceptions).flatMap(List::stream).toList());
    }

    @ParameterizedTest
    @EnumSource
    void section_ofAReason_saysWhatItMeansHowItComesAboutAndWhatToDo(Reason reason) {
        assertThat(reason.documentation()).startsWith(PAGE + "#");
        assertThat(sections.get(anchor(reason)))
                .contains("`" + reason.name() + "`", "**Means**", "**Comes about**", "**What to do**")
                .contains(reason.remedy())
                .contains(reason.empty() ? "Empty" : "Unresolved");
    }

    private static String anchor(Reason reason) {
        return reason.documentation().substring(reason.documentation().indexOf('#') + 1);
    }
}
