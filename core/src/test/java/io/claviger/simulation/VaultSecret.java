package io.claviger.simulation;

import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/** A secret as its vault keeps it. */
final class VaultSecret {

    private static final Kind[] ABSENCES = {Kind.DENIED, Kind.NOT_FOUND, Kind.DELETED, Kind.DISABLED};

    private final Windows absent;
    private final Kind absence;
    private final Optional<Duration> lifetime;
    private final Optional<Duration> lease;
    private final boolean renewable;
    private int version = 1;
    private boolean spurious;

    VaultSecret(SplittableRandom random, Duration day, boolean minted) {
        absent = random.nextInt(4) == 0 ? Windows.random(random, 2, Duration.ofMinutes(30), day) : new Windows();
        absence = ABSENCES[random.nextInt(ABSENCES.length)];
        lifetime = random.nextInt(12) == 0 ? Optional.of(seconds(random, 45, 1_800)) : Optional.empty();
        lease = minted ? Optional.of(seconds(random, 120, 3_600)) : Optional.empty();
        renewable = random.nextBoolean();
    }

    private static Duration seconds(SplittableRandom random, int least, int most) {
        return Duration.ofSeconds(random.nextInt(least, most));
    }

    /** What the vault says of it instead of its value. */
    Optional<Kind> refusal(Moment now) {
        if (spurious) {
            spurious = false;
            return Optional.of(absence);
        }
        return absent.at(now) ? Optional.of(absence) : Optional.empty();
    }

    /** The next read is told that the secret is not there, for no reason. */
    void failOnce() {
        spurious = true;
    }

    void calm() {
        spurious = false;
    }

    int rotate() {
        return ++version;
    }

    int version() {
        return version;
    }

    Optional<Duration> lifetime() {
        return lifetime;
    }

    Optional<Duration> lease() {
        return lease;
    }

    boolean renewable() {
        return renewable;
    }
}
