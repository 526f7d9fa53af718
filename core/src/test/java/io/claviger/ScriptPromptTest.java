package io.claviger;

import static io.claviger.support.Scripts.assertGives;
import static io.claviger.support.Scripts.assertRefused;
import static io.claviger.support.Scripts.called;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.claviger.support.FakeVault;
import io.claviger.support.Fixture;
import io.claviger.support.LogCapture;
import io.claviger.support.Prompt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Design §8: a script's access is asked for once; whatever is no answer means denied")
class ScriptPromptTest {

    private static final ScriptOrigin ORDERS = ScriptOrigin.collection("c-1", "Orders");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Prompt prompt = new Prompt();
    private final Fixture fixture =
            new Fixture(new FakeVault(), builder -> builder.scripts(prompt)).linked("token", "token", "value");
    private final ScriptVault script = fixture.manager.scripts().forScript(ORDERS);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void prompt_beforeTheFirstCall_isNotAsked() {
        fixture.manager.scripts().forScript(ORDERS);

        assertThat(prompt.questions).isEmpty();
    }

    @Test
    void manyCalls_ofManyRuns_areOneQuestion() {
        ScriptVault other = fixture.manager.scripts().forScript(ORDERS);
        List<CompletableFuture<SecretValue>> given =
                Stream.of(script, other, script).map(run -> run.get("token")).toList();
        CompletableFuture<Void> set = other.set("token", SecretValue.ofText("value"));
        assertThat(given).noneMatch(CompletableFuture::isDone);

        prompt.answer(ScriptDecision.ALLOW);

        assertThat(prompt.questions).containsExactly("host collection:c-1");
        given.forEach(one -> assertGives(one, "value"));
        assertThat(set).isCompleted();
    }

    @Test
    void calls_ofOtherOrigins_areQuestionsOfTheirOwn() {
        called(script.get("token"));
        called(fixture.manager
                .scripts()
                .forScript(ScriptOrigin.workspace("c-1", "Orders"))
                .get("token"));

        assertThat(prompt.questions).containsExactly("host collection:c-1", "host workspace:c-1");
    }

    static Stream<Named<ScriptPrompt>> noAnswers() {
        return Stream.of(
                Named.of("throws", (origin, actor) -> {
                    throw new IllegalStateException("canary-text");
                }),
                Named.of("throws an error", (origin, actor) -> {
                    throw new StackOverflowError("canary-text");
                }),
                Named.of(
                        "fails",
                        (origin, actor) -> CompletableFuture.failedFuture(new IllegalStateException("canary-text"))),
                Named.of("answers null", (origin, actor) -> nothing()),
                Named.of("returns null", (origin, actor) -> missing()));
    }

    @SuppressWarnings("NullAway") // what a host may do all the same
    private static CompletionStage<ScriptDecision> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    @SuppressWarnings("NullAway") // what a host may do all the same
    private static CompletionStage<ScriptDecision> missing() {
        return null;
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void prompt_thatGivesNoAnswer_meansDeniedForThatRunAlone(ScriptPrompt broken) {
        AtomicInteger asked = new AtomicInteger();
        ScriptPrompt counting = (origin, actor) -> {
            asked.incrementAndGet();
            return broken.ask(origin, actor);
        };
        try (LogCapture log = new LogCapture("io.claviger");
                Fixture of = new Fixture(new FakeVault(), builder -> builder.scripts(counting))
                        .linked("token", "token", "value")) {
            ScriptVault run = of.manager.scripts().forScript(ORDERS);
            assertRefused(run.get("token"));
            assertRefused(run.get("token"));
            assertThat(asked).hasValue(1);
            assertRefused(of.manager.scripts().forScript(ORDERS).get("token"));

            assertThat(asked).hasValue(2);
            assertThat(of.manager.scripts().grants()).isEmpty();
            assertThat(of.vault.reads).isEmpty();
            assertThat(log.lines().toString())
                    .contains("The prompt for script access gave no answer")
                    .doesNotContain("canary-text");
        }
    }

    @Test
    void answer_thatComesTooLate_isIgnored() {
        CompletableFuture<SecretValue> given = script.get("token");
        fixture.time.advance(PATIENCE.minusMillis(1));
        assertThat(given).isNotDone();

        fixture.time.advance(Duration.ofMillis(1));
        prompt.answer(ScriptDecision.ALLOW);

        assertRefused(given);
        assertRefused(script.get("token"));
        assertThat(fixture.manager.scripts().grants()).isEmpty();
    }

    @Test
    void patience_ofTheHost_isKept() {
        try (Fixture brief =
                new Fixture(new FakeVault(), builder -> builder.scripts(new Prompt(), Duration.ofSeconds(1)))) {
            CompletableFuture<SecretValue> given =
                    brief.manager.scripts().forScript(ORDERS).get("token");
            brief.time.advance(Duration.ofSeconds(1));

            assertRefused(given);
        }
    }

    @Test
    void patience_ofZero_isRefused() {
        assertThatThrownBy(() -> IntegrationManager.builder().scripts(prompt, Duration.ZERO))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    @DisplayName("neither the script's thread nor the prompt's waits for anything")
    void prompt_isAskedAndAnsweredOnTheExecutor() {
        Queue<Runnable> held = new ArrayDeque<>();
        AtomicBoolean holding = new AtomicBoolean(true);
        Executor executor = task -> {
            if (holding.get()) {
                held.add(task);
            } else {
                task.run();
            }
        };
        Prompt yes = new Prompt().always(ScriptDecision.ALLOW);
        try (Fixture of = new Fixture(
                        new FakeVault(), builder -> builder.scripts(yes).executor(executor))
                .linked("token", "token", "value")) {
            CompletableFuture<SecretValue> given =
                    of.manager.scripts().forScript(ORDERS).get("token");
            assertThat(yes.questions).isEmpty();

            held.remove().run();
            assertThat(yes.questions).hasSize(1);
            assertThat(of.manager.scripts().grants()).isEmpty();

            holding.set(false);
            held.remove().run();
            assertGives(given, "value");
        }
    }

    @Test
    void executor_thatTakesNoMore_meansDenied() {
        try (Fixture of = new Fixture(new FakeVault(), builder -> builder.scripts(new Prompt())
                        .executor(task -> {
                            throw new IllegalStateException("full");
                        }))
                .linked("token", "token", "value")) {
            assertRefused(of.manager.scripts().forScript(ORDERS).get("token"));
        }
    }

    @Test
    void close_whileAQuestionIsOpen_refusesAndLeavesNoTimer() {
        CompletableFuture<SecretValue> given = script.get("token");

        fixture.manager.close();

        assertRefused(given);
        assertThat(fixture.time.scheduled()).isZero();
    }
}
