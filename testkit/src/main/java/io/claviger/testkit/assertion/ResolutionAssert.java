package io.claviger.testkit.assertion;

import io.claviger.Reason;
import io.claviger.Resolution;
import io.claviger.SecretValue;
import java.time.Duration;
import org.assertj.core.api.AbstractAssert;

/** Assertions about what became of one reference. */
public final class ResolutionAssert extends AbstractAssert<ResolutionAssert, Resolution> {

    ResolutionAssert(Resolution actual) {
        super(actual, ResolutionAssert.class);
    }

    /**
     * Verifies that there is a value.
     *
     * @return this assertion
     */
    public ResolutionAssert isResolved() {
        isNotNull();
        if (!actual.resolved()) {
            failWithMessage("Expected a value, but: %s", actual.explanation());
        }
        return this;
    }

    /**
     * Verifies what the value is. If it is another one, the message shows neither.
     *
     * @param text the expected value
     * @return this assertion
     */
    public ResolutionAssert isResolvedTo(String text) {
        isResolved();
        new SecretValueAssert(actual.orElseThrow())
                .as("the value of %s", actual.subject())
                .isText(text);
        return this;
    }

    /**
     * Verifies what the value is. If it is another one, the message shows neither.
     *
     * @param value the expected value
     * @return this assertion
     */
    public ResolutionAssert isResolvedTo(SecretValue value) {
        isResolved();
        new SecretValueAssert(actual.orElseThrow())
                .as("the value of %s", actual.subject())
                .hasSameContentAs(value);
        return this;
    }

    /**
     * Verifies that there is no value, and why.
     *
     * @param reason the expected reason
     * @return this assertion
     */
    public ResolutionAssert failedBecause(Reason reason) {
        isNotNull();
        if (!actual.reason().filter(reason::equals).isPresent()) {
            failWithMessage("Expected a failure because of <%s>, but: %s", reason, actual.explanation());
        }
        return this;
    }

    /**
     * Verifies that there is no value because there is none to be had: a name that is not linked, or a secret that does
     * not exist.
     *
     * @return this assertion
     */
    public ResolutionAssert isEmpty() {
        isNotNull();
        if (!actual.reason().filter(Reason::empty).isPresent()) {
            failWithMessage("Expected it to be empty, but: %s", actual.explanation());
        }
        return this;
    }

    /**
     * Verifies that the value has outlived its expiration.
     *
     * @return this assertion
     */
    public ResolutionAssert isStale() {
        isResolved();
        if (!actual.stale()) {
            failWithMessage("Expected a stale value, but: %s", actual.explanation());
        }
        return this;
    }

    /**
     * Verifies that the value has not outlived its expiration.
     *
     * @return this assertion
     */
    public ResolutionAssert isFresh() {
        isResolved();
        if (actual.stale()) {
            failWithMessage("Expected a fresh value, but: %s", actual.explanation());
        }
        return this;
    }

    /**
     * Verifies the version of the value.
     *
     * @param version the expected version
     * @return this assertion
     */
    public ResolutionAssert hasVersion(String version) {
        isResolved();
        if (!actual.version().filter(version::equals).isPresent()) {
            failWithMessage("Expected version <%s>, but it is <%s>", version, actual.version());
        }
        return this;
    }

    /**
     * Verifies how long the vault asks to wait.
     *
     * @param time the expected time
     * @return this assertion
     */
    public ResolutionAssert asksToWait(Duration time) {
        isNotNull();
        if (!actual.retryAfter().filter(time::equals).isPresent()) {
            failWithMessage("Expected to be asked to wait <%s>, but it is <%s>", time, actual.retryAfter());
        }
        return this;
    }
}
