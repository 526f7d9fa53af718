package io.claviger.support;

import io.claviger.IntegrationManager;
import io.claviger.SignInOptions;
import io.claviger.VaultIntegration;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** One sign-in on this machine, under way: the page that the host was to show, and what comes of it. */
public final class Desktop {

    private static final int LIMIT_SECONDS = 30;

    private final CompletableFuture<URI> shown = new CompletableFuture<>();
    public final CompletableFuture<VaultIntegration> result;

    private Desktop(IntegrationManager manager, String alias, UnaryOperator<SignInOptions> options) {
        result = manager.signInAsync(alias, options.apply(SignInOptions.openingWith(shown::complete)));
        var unused = result.whenComplete((done, thrown) -> {
            if (thrown != null) {
                shown.completeExceptionally(thrown);
            }
        });
    }

    public static Desktop start(IntegrationManager manager, UnaryOperator<SignInOptions> options) {
        return new Desktop(manager, "people", options);
    }

    public static Desktop start(IntegrationManager manager) {
        return start(manager, options -> options);
    }

    /** The address of the page. */
    public URI page() {
        return get(shown);
    }

    public URI redirect() {
        return URI.create(FakeSignInPage.query(page()).get("redirect_uri"));
    }

    public String state() {
        return FakeSignInPage.query(page()).get("state");
    }

    public int port() {
        return redirect().getPort();
    }

    public VaultIntegration done() {
        return get(result);
    }

    /** Waits for the end, and returns what was thrown. */
    public Throwable failure() {
        try {
            var unused = result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            throw new AssertionError("somebody was signed in");
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            throw new AssertionError("the sign-in never ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the sign-in did not get on", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
