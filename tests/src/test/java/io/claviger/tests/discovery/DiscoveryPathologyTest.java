package io.claviger.tests.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.claviger.ConfigurationException;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import io.claviger.Settings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@DisplayName("Design §10: discovery is inert, says what it chose, and survives broken providers")
class DiscoveryPathologyTest {

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path folder;

    private URLClassLoader loader;

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void restore() throws IOException {
        root.setLevel(level);
        root.detachAppender(log);
        Thread.currentThread().setContextClassLoader(before);
        if (loader != null) {
            loader.close();
        }
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith("planted."));
    }

    /** Puts jars on the path of this thread. */
    private void path(Path... jars) throws IOException {
        URL[] urls = new URL[jars.length];
        for (int i = 0; i < jars.length; i++) {
            urls[i] = jars[i].toUri().toURL();
        }
        loader = new URLClassLoader(urls, before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    private static String read(IntegrationManager manager, String type) {
        manager.connect(type, type, Settings.empty());
        return manager.resolver().resolve(SecretReference.of(type, "any")).revealText();
    }

    private static ConfigurationException refusal(String type) {
        try (IntegrationManager manager = IntegrationManager.builder().build()) {
            return catchThrowableOfType(ConfigurationException.class, () -> read(manager, type));
        }
    }

    @Test
    void provider_inAJarOfItsOwn_isFoundAndItsJarAndClassAreLogged() throws IOException {
        path(PlantedProviders.good(folder, "good", "Good"));
        try (IntegrationManager manager = IntegrationManager.builder().build()) {
            assertThat(read(manager, "good")).isEqualTo("from Good");
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("planted.Good") && line.contains("Good.jar"));
    }

    @Test
    void twoProviders_ofOneType_areAnErrorThatNamesBothClassesAndJars() throws IOException {
        path(PlantedProviders.good(folder, "twin", "First"), PlantedProviders.good(folder, "twin", "Second"));

        assertThat(refusal("twin"))
                .hasMessageContainingAll("planted.First", "First.jar", "planted.Second", "Second.jar");
        assertThat(System.getProperty("planted.First")).isNull();
        assertThat(System.getProperty("planted.Second")).isNull();
    }

    @Test
    void brokenProviders_besideAGoodOne_hideNothing() throws IOException {
        path(
                PlantedProviders.dangling(folder),
                PlantedProviders.exploding(folder, "exploding"),
                PlantedProviders.old(folder),
                PlantedProviders.good(folder, "good", "Good"));
        try (IntegrationManager manager = IntegrationManager.builder().build()) {
            assertThat(read(manager, "good")).isEqualTo("from Good");
        }
    }

    @Test
    void provider_thatCannotBeInitialised_isAnErrorWithoutItsText() throws IOException {
        path(PlantedProviders.exploding(folder, "exploding"));

        ConfigurationException refusal = refusal("exploding");
        assertThat(refusal).hasMessageContaining("planted.Exploding").hasNoCause();
        assertThat(refusal.getMessage()).doesNotContain("c4n4ry");
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains("c4n4ry"));
    }

    @Test
    void provider_builtAgainstAnOlderInterface_isAnErrorThatNamesIt() throws IOException {
        path(PlantedProviders.old(folder));

        assertThat(refusal("old")).hasMessageContainingAll("planted.Old", "replace it");
    }

    @Test
    void type_thatNobodyProvides_isAnErrorThatNamesTheArtifactToAdd() {
        assertThat(refusal("aws")).hasMessageContaining("io.claviger:claviger-provider-aws");
    }

    @Test
    void discovery_switchedOff_findsNothingAndInitialisesNothing() throws IOException {
        path(PlantedProviders.good(folder, "good", "Good"));
        try (IntegrationManager manager =
                IntegrationManager.builder().discovery(false).build()) {
            assertThat(catchThrowableOfType(ConfigurationException.class, () -> read(manager, "good")))
                    .hasMessageContaining("discovery is switched off");
        }

        assertThat(System.getProperty("planted.Good")).isNull();
    }

    @Test
    void provider_whoseTypeIsNotConnected_isNotInitialised() throws IOException {
        path(PlantedProviders.good(folder, "idle", "Idle"), PlantedProviders.good(folder, "good", "Good"));
        try (IntegrationManager manager = IntegrationManager.builder().build()) {
            read(manager, "good");

            assertThat(System.getProperty("planted.Good")).isEqualTo("initialised");
            assertThat(System.getProperty("planted.Idle")).isNull();
            read(manager, "idle");
            assertThat(System.getProperty("planted.Idle")).isEqualTo("initialised");
        }
    }

    @Test
    void managers_onPathsOfTheirOwn_doNotAffectEachOther() throws IOException {
        path(PlantedProviders.good(folder, "good", "Good"));
        try (IntegrationManager with = IntegrationManager.builder().build()) {
            assertThat(read(with, "good")).isEqualTo("from Good");
            try (IntegrationManager without =
                    IntegrationManager.builder().discovery(false).build()) {
                assertThat(without.integrations()).isEmpty();
                assertThat(catchThrowableOfType(ConfigurationException.class, () -> read(without, "good")))
                        .isNotNull();
            }
            assertThat(with.resolver()
                            .resolve(SecretReference.of("good", "other"))
                            .revealText())
                    .isEqualTo("from Good");
        }
    }
}
