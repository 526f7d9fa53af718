package io.claviger;

import static io.claviger.support.SignInFixture.ANA;
import static io.claviger.support.SignInFixture.BEN;
import static io.claviger.support.SignInFixture.REDIRECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.claviger.support.Browser;
import io.claviger.support.Desktop;
import io.claviger.support.SignInFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

@DisplayName("S14: no code, verifier, state or nonce in any log, exception, event or text")
class SignInLeakTest {

    private final SignInFixture fixture = new SignInFixture();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> texts = new ArrayList<>();

    @BeforeEach
    void listen() {
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(before);
        fixture.close();
    }

    @Test
    void signIns_wellAndBadlyEnded_showNoSecret() {
        completed();
        refused();
        onThisMachine();

        fixture.events.forEach(event -> texts.add(event.toString()));
        List.copyOf(log.list).forEach(event -> texts.add(event.getLevel() + event.getFormattedMessage()));
        assertThat(secrets()).hasSizeGreaterThan(15);
        String all = String.join("\n", texts);
        assertThat(secrets()).allSatisfy(secret -> assertThat(all).doesNotContain(secret));
        assertThat(all).doesNotContain("canary");
    }

    private Stream<String> secretsOfRequests() {
        return fixture.page.requests.stream()
                .flatMap(request ->
                        Stream.of(request.state(), request.nonce(), request.codeVerifier(), request.codeChallenge()));
    }

    private List<String> secrets() {
        return Stream.concat(fixture.page.codes.stream(), secretsOfRequests()).toList();
    }

    private void completed() {
        SignIn begun = fixture.as(ANA).beginSignIn("people", REDIRECT);
        texts.add(begun.toString());
        texts.add(fixture.page.requests.get(0).toString());
        texts.add(fixture.as(ANA)
                .completeSignIn(fixture.page.visit(begun.url(), "ana"))
                .toString());
    }

    private void refused() {
        SignIn begun = fixture.as(ANA).beginSignIn("people", REDIRECT);
        URI callback = fixture.page.visit(begun.url(), "ana");
        note(catchThrowable(() -> fixture.as(BEN).completeSignIn(callback)));
        fixture.vault.beforeLogin = () -> {
            throw new IllegalStateException("canary " + callback, new IllegalStateException("canary"));
        };
        note(catchThrowable(() -> fixture.as(ANA).completeSignIn(callback)));
        note(catchThrowable(() -> fixture.as(ANA).completeSignIn(callback)));
        fixture.vault.beforeLogin = () -> {};
        SignIn denied = fixture.as(ANA).beginSignIn("people", REDIRECT);
        note(catchThrowable(
                () -> fixture.as(ANA).completeSignIn(fixture.page.refuse(denied.url(), "canary error", "canary"))));
    }

    private void onThisMachine() {
        note(catchThrowable(() -> fixture.as(ANA).signIn("people", SignInOptions.openingWith(page -> {
            throw new IllegalArgumentException("canary " + page);
        }))));
        fixture.page.beforeAddress = () -> {
            throw new IllegalStateException("canary");
        };
        note(catchThrowable(() -> fixture.as(ANA).beginSignIn("people", REDIRECT)));
        fixture.page.beforeAddress = () -> {};
        Desktop desktop = Desktop.start(fixture.as(ANA));
        URI callback = fixture.page.visit(desktop.page(), "ana");
        Browser.raw(desktop.port(), "canary " + callback + "\r\n\r\n");
        texts.add(Browser.get(callback).body());
        texts.add(desktop.done().toString());
        Thread.getAllStackTraces().keySet().forEach(thread -> texts.add(thread.getName()));
    }

    private void note(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        texts.add(text.toString());
    }
}
