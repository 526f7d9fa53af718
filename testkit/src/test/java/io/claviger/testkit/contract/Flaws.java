package io.claviger.testkit.contract;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.Call;
import io.claviger.spi.Location;
import io.claviger.spi.Locator;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/** One flaw, or several, for each group of the contract. */
final class Flaws {

    private Flaws() {}

    static final String NONE = "none";

    /** Returns a new flaw. */
    static Flaw of(String name) {
        return name.equals(NONE) ? new Flaw() {} : ALL.get(name).flaw().get();
    }

    static final Map<String, Planted> ALL = all();

    /**
     * A flaw, and who must catch it.
     *
     * @param group the nested class of the contract
     * @param flaw makes it
     */
    record Planted(Class<?> group, Supplier<Flaw> flaw) {}

    private static Map<String, Planted> all() {
        Map<String, Planted> all = new LinkedHashMap<>();
        all.put("trims texts", new Planted(VaultContract.Reading.class, () -> changing(String::strip)));
        all.put("remembers what it read", new Planted(VaultContract.Reading.class, Flaws::remembering));
        all.put("logs values", new Planted(VaultContract.Reading.class, Flaws::logging));
        all.put("prints what it read", new Planted(VaultContract.Reading.class, Flaws::printing));
        all.put("has one version", new Planted(VaultContract.Versions.class, Flaws::withOneVersion));
        all.put("ignores versions", new Planted(VaultContract.Versions.class, Flaws::ignoringVersions));
        all.put(
                "takes absence for denial",
                new Planted(VaultContract.Absence.class, () -> Flaw.confusing(Kind.NOT_FOUND, Kind.DENIED)));
        all.put("throws what it likes", new Planted(VaultContract.Absence.class, Flaws::throwing));
        all.put(
                "takes deletion for absence",
                new Planted(VaultContract.Deletion.class, () -> Flaw.confusing(Kind.DELETED, Kind.NOT_FOUND)));
        all.put(
                "takes denial for the end",
                new Planted(VaultContract.Denial.class, () -> Flaw.confusing(Kind.DENIED, Kind.SESSION_ENDED)));
        all.put(
                "takes refusal for an outage",
                new Planted(
                        VaultContract.Authentication.class,
                        () -> Flaw.confusing(Kind.CREDENTIALS_REFUSED, Kind.UNAVAILABLE)));
        all.putAll(SignInFlaws.all());
        all.put(
                "takes the end for denial",
                new Planted(VaultContract.Expiry.class, () -> Flaw.confusing(Kind.SESSION_ENDED, Kind.DENIED)));
        all.put("renews nothing", new Planted(VaultContract.Renewal.class, LifeFlaws::renewingNothing));
        all.put("revokes nothing", new Planted(VaultContract.Renewal.class, LifeFlaws::revokingNothing));
        all.put("hands out one lease", new Planted(VaultContract.Leases.class, Flaws::remembering));
        all.put(
                "takes throttling for an outage",
                new Planted(VaultContract.Throttling.class, () -> Flaw.confusing(Kind.THROTTLED, Kind.UNAVAILABLE)));
        all.put(
                "loses the hint",
                new Planted(VaultContract.Throttling.class, () -> Flaw.confusing(Kind.THROTTLED, Kind.THROTTLED)));
        all.put(
                "takes outages for absence",
                new Planted(VaultContract.Outages.class, () -> Flaw.confusing(Kind.UNAVAILABLE, Kind.NOT_FOUND)));
        all.put("mixes versions", new Planted(VaultContract.Batches.class, Flaws::mixing));
        all.put("takes bytes for text", new Planted(VaultContract.Binary.class, () -> changing(text -> text)));
        all.put(
                "cuts large texts",
                new Planted(
                        VaultContract.LargeAndOdd.class,
                        () -> changing(text -> text.substring(0, Math.min(text.length(), 16_000)))));
        all.put("ignores case", new Planted(VaultContract.LargeAndOdd.class, Flaws::ignoringCase));
        all.put("ignores deadlines", new Planted(VaultContract.Deadlines.class, LifeFlaws::ignoringDeadlines));
        all.put("is for one thread", new Planted(VaultContract.Concurrency.class, LifeFlaws::forOneThread));
        all.put("closes for all", new Planted(VaultContract.Closing.class, LifeFlaws::closingForAll));
        all.put("erases nothing", new Planted(VaultContract.Writing.class, LifeFlaws::erasingNothing));
        all.put("describes itself anew", new Planted(VaultContract.Discovery.class, LifeFlaws::describingItselfAnew));
        return all;
    }

    private static SecretSnapshot.Builder whole(SecretSnapshot snapshot, UnaryOperator<String> change) {
        SecretValue value = snapshot.value().orElseThrow();
        SecretSnapshot.Builder changed = SecretSnapshot.ofValue(
                SecretValue.ofText(change.apply(new String(value.revealBytes(), StandardCharsets.UTF_8))));
        snapshot.version().ifPresent(changed::version);
        return changed;
    }

    private static Flaw changing(UnaryOperator<String> change) {
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                SecretSnapshot snapshot = good.at(locator, call);
                return snapshot.value().isPresent() ? whole(snapshot, change).build() : snapshot;
            }
        };
    }

    private static Flaw remembering() {
        Map<Locator, SecretSnapshot> known = new ConcurrentHashMap<>();
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                return known.computeIfAbsent(locator, where -> good.at(where, call));
            }
        };
    }

    private static Flaw logging() {
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                SecretSnapshot snapshot = good.at(locator, call);
                LoggerFactory.getLogger(Flaws.class)
                        .trace("read {}", snapshot.value().map(SecretValue::revealBytes));
                snapshot.value().ifPresent(value -> LoggerFactory.getLogger(Flaws.class)
                        .trace("read {}", new String(value.revealBytes(), StandardCharsets.UTF_8)));
                return snapshot;
            }
        };
    }

    private static Flaw printing() {
        AtomicReference<String> last = new AtomicReference<>("");
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                SecretSnapshot snapshot = good.at(locator, call);
                snapshot.value().filter(value -> !value.binary()).ifPresent(value -> last.set(value.revealText()));
                return snapshot;
            }

            @Override
            String text() {
                return "Session" + last.get();
            }
        };
    }

    private static Flaw withOneVersion() {
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                SecretSnapshot snapshot = good.at(locator, call);
                return whole(snapshot, text -> text).version("1").build();
            }
        };
    }

    private static Flaw ignoringVersions() {
        return new Flaw() {
            @Override
            Location locate(Location good) {
                Locator current = Locator.of(good.locator().path(), Map.of());
                return Location.of(current, good.field().orElse(null));
            }
        };
    }

    private static Flaw throwing() {
        return new Flaw() {
            @Override
            <T> T attempt(Supplier<T> good) {
                try {
                    return good.get();
                } catch (VaultFailure failure) {
                    throw new IllegalStateException("The vault said: not found", failure);
                }
            }
        };
    }

    private static Flaw mixing() {
        Map<Locator, SecretValue> users = new ConcurrentHashMap<>();
        return new Flaw() {
            @Override
            SecretSnapshot read(Locator locator, Call call, Read good) {
                SecretSnapshot snapshot = good.at(locator, call);
                if (snapshot.field("user").isEmpty()) {
                    return snapshot;
                }
                SecretValue user = users.computeIfAbsent(
                        locator, where -> snapshot.field("user").orElseThrow());
                return SecretSnapshot.ofFields(Map.of(
                                "user",
                                user,
                                "password",
                                snapshot.field("password").orElseThrow()))
                        .build();
            }
        };
    }

    private static Flaw ignoringCase() {
        return new Flaw() {
            @Override
            Location locate(Location good) {
                List<String> path = good.locator().path().stream()
                        .map(segment -> segment.toLowerCase(Locale.ROOT))
                        .toList();
                return Location.of(Locator.of(path, Map.of()), good.field().orElse(null));
            }
        };
    }
}
