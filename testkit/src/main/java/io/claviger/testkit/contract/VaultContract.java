package io.claviger.testkit.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What every vault provider must do. The test of a provider extends this class, tells about its vault, and inherits the
 * tests, in groups.
 *
 * <p>What the vault cannot do is skipped, with the reason that the provider's test gives. A {@code LeakCanary} watches all
 * tests, so SLF4J must be bound to Logback, Log4j or {@code java.util.logging}.
 *
 * <p>Each test has an object of its own, as JUnit makes it; fields, {@code @TempDir} and {@code @BeforeEach} of the
 * provider's test work as usual.
 */
public abstract class VaultContract extends VaultUnderTest {

    /** The alias of all references. */
    public static final String ALIAS = "contract";

    @RegisterExtension
    static final Extension CONTRACT = new ContractExtension();

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    /** Creates the test of a provider. */
    protected VaultContract() {}

    /**
     * Closes something when the test ends, what was opened last at first.
     *
     * @param resource what to close
     * @param <T> its type
     * @return the same
     */
    protected final <T extends AutoCloseable> T closing(T resource) {
        open.push(resource);
        return resource;
    }

    @AfterEach
    final void closeAll() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    @Nested
    @DisplayName("Reading")
    final class Reading extends ReadingGroup {
        Reading() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Versions")
    final class Versions extends VersionsGroup {
        Versions() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Absence")
    final class Absence extends AbsenceGroup {
        Absence() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Deletion and disabling")
    final class Deletion extends DeletionGroup {
        Deletion() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Denial")
    final class Denial extends DenialGroup {
        Denial() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Authentication")
    final class Authentication extends AuthenticationGroup {
        Authentication() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Interactive sign-in")
    final class SignIn extends SignInGroup {
        SignIn() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Interactive sign-in through a manager")
    final class ManagedSignIn extends ManagedSignInGroup {
        ManagedSignIn() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Expiry")
    final class Expiry extends ExpiryGroup {
        Expiry() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Renewal and revocation")
    final class Renewal extends RenewalGroup {
        Renewal() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Leases")
    final class Leases extends LeasesGroup {
        Leases() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Throttling")
    final class Throttling extends ThrottlingGroup {
        Throttling() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Outages and slow replies")
    final class Outages extends OutagesGroup {
        Outages() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Malformed replies")
    final class MalformedReplies extends MalformedRepliesGroup {
        MalformedReplies() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Batches")
    final class Batches extends BatchesGroup {
        Batches() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Binary values")
    final class Binary extends BinaryGroup {
        Binary() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Large values and odd names")
    final class LargeAndOdd extends LargeAndOddGroup {
        LargeAndOdd() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Deadlines, cancellation and interrupts")
    final class Deadlines extends DeadlinesGroup {
        Deadlines() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Concurrency")
    final class Concurrency extends ConcurrencyGroup {
        Concurrency() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Closing")
    final class Closing extends ClosingGroup {
        Closing() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Writing")
    final class Writing extends WritingGroup {
        Writing() {
            super(VaultContract.this);
        }
    }

    @Nested
    @DisplayName("Discovery and settings")
    final class Discovery extends DiscoveryGroup {
        Discovery() {
            super(VaultContract.this);
        }
    }
}
