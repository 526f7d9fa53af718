package io.claviger.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.tests.planted.rules.Printer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Design §3: a library logs through SLF4J and leaves the host's streams alone")
class LoggingTest {

    private static final ArchRule NO_OTHER_LOGGER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..", "ch.qos.logback..");

    // the command of the local vault talks to a person
    private static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .resideOutsideOfPackage("io.claviger.provider.local..cli..")
            .should(ACCESS_STANDARD_STREAMS);

    private final JavaClasses libraries = Imported.main(Reactor.libraries());

    @Test
    void coreAndProviders_useNoLoggerButSlf4j() {
        NO_OTHER_LOGGER.check(libraries);
    }

    @Test
    void coreAndProviders_printNothing() {
        NO_STANDARD_STREAMS.check(libraries);
    }

    @Test
    void printing_isNoticed() {
        JavaClasses printer = Imported.planted(Printer.class);

        assertThat(NO_STANDARD_STREAMS.evaluate(printer).hasViolation()).isTrue();
        assertThat(NO_OTHER_LOGGER.evaluate(printer).hasViolation()).isTrue();
    }
}
