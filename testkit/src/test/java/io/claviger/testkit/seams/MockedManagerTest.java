package io.claviger.testkit.seams;

import static io.claviger.testkit.assertion.ClavigerAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.claviger.ChangeListener;
import io.claviger.IntegrationManager;
import io.claviger.Reason;
import io.claviger.Rendering;
import io.claviger.Resolution;
import io.claviger.ResolvingCache;
import io.claviger.ScriptAccess;
import io.claviger.ScriptOrigin;
import io.claviger.ScriptVault;
import io.claviger.SecretChange;
import io.claviger.SecretHandle;
import io.claviger.SecretResolver;
import io.claviger.SecretValue;
import io.claviger.SecretWatch;
import io.claviger.SignIn;
import io.claviger.UnresolvedException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

@DisplayName("A host mocks what it is given, and makes what it is told, with plain Mockito")
class MockedManagerTest {

    private static final String NAME = "db_password";
    private static final String ADDRESS = "db://app:{{vault:db_password}}@db";
    private static final URI REDIRECT = URI.create("https://host.example/callback");
    private static final ScriptOrigin ORDERS = ScriptOrigin.collection("orders", "Orders");

    private final IntegrationManager manager = mock(IntegrationManager.class);
    private final SecretResolver resolver = mock(SecretResolver.class);
    private final Host host = new Host(manager);

    MockedManagerTest() {
        when(manager.resolver()).thenReturn(resolver);
    }

    /** Code of a host: a pool that takes the newest password. */
    private static final class Pool implements AutoCloseable {

        private final SecretHandle handle;
        private final SecretWatch watch;
        private int restarts;

        Pool(IntegrationManager secrets) {
            handle = secrets.resolver().bind(NAME);
            watch = handle.onChange(change -> restarts++);
        }

        String password() {
            return handle.get().revealText();
        }

        @Override
        public void close() {
            watch.close();
        }
    }

    /** More code of a host. */
    private record Host(IntegrationManager secrets) {

        Resolution health() {
            return secrets.resolver().attempt(NAME);
        }

        String address() {
            return secrets.resolver().render(ADDRESS).toString();
        }

        String password() {
            return secrets.resolver().resolve(NAME).revealText();
        }

        void passwordWasRefused() {
            secrets.cache().resetName(NAME);
        }

        String forScript() {
            return secrets.scripts().forScript(ORDERS).get(NAME).join().revealText();
        }

        URI signInPage() {
            return secrets.beginSignIn("vault", REDIRECT).url();
        }
    }

    @Test
    void handleAndWatch_mocked_giveAndTellWhatTheTestSays() {
        SecretHandle handle = mock(SecretHandle.class);
        SecretWatch watch = mock(SecretWatch.class);
        when(resolver.bind(NAME)).thenReturn(handle);
        when(handle.get()).thenReturn(SecretValue.ofText("first"), SecretValue.ofText("second"));
        when(handle.onChange(any())).thenReturn(watch);

        try (Pool pool = new Pool(manager)) {
            assertThat(pool.password()).isEqualTo("first");
            ArgumentCaptor<ChangeListener> listener = ArgumentCaptor.forClass(ChangeListener.class);
            verify(handle).onChange(listener.capture());
            listener.getValue().changed(SecretChange.of(Set.of(NAME), Map.of()));
            assertThat(pool.restarts).isOne();
            assertThat(pool.password()).isEqualTo("second");
        }
        verify(watch).close();
    }

    @Test
    void resolver_mocked_failsAsTheLibraryDoes() {
        Resolution failed = Resolution.of(NAME).failed(Reason.UNREACHABLE, "The vault is down.");
        when(resolver.attempt(NAME)).thenReturn(failed);
        when(resolver.resolve(NAME)).thenThrow(new UnresolvedException(List.of(failed)));
        when(resolver.render(ADDRESS)).thenReturn(Rendering.of(SecretValue.ofText("db://app:x@db"), "db://app:***@db"));

        assertThat(host.health()).failedBecause(Reason.UNREACHABLE);
        assertThatThrownBy(host::password).isInstanceOf(UnresolvedException.class);
        assertThat(host.address()).contains("db://app:***@db");
    }

    @Test
    void cache_mocked_isReset() {
        ResolvingCache cache = mock(ResolvingCache.class);
        when(manager.cache()).thenReturn(cache);

        host.passwordWasRefused();

        verify(cache).resetName(NAME);
    }

    @Test
    void scripts_mocked_areAnswered() {
        ScriptAccess scripts = mock(ScriptAccess.class);
        ScriptVault script = mock(ScriptVault.class);
        when(manager.scripts()).thenReturn(scripts);
        when(scripts.forScript(ORDERS)).thenReturn(script);
        when(script.get(NAME)).thenReturn(CompletableFuture.completedFuture(SecretValue.ofText("mocked")));

        assertThat(host.forScript()).isEqualTo("mocked");
    }

    @Test
    void signIn_mocked_sendsThePersonToThePage() {
        SignIn begun = mock(SignIn.class);
        URI page = URI.create("https://sign-in.example/authorize");
        when(manager.beginSignIn("vault", REDIRECT)).thenReturn(begun);
        when(begun.url()).thenReturn(page);

        assertThat(host.signInPage()).isEqualTo(page);
    }
}
