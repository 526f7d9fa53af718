package io.claviger.support;

import io.claviger.SecretLease;
import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.time.Duration;
import java.util.Map;

/** What tests of the cache script again and again: failures, and secrets of several shapes. */
public final class Scripted {

    private Scripted() {}

    /** Makes every read fail. */
    public static Runnable failure(Kind kind) {
        return failure(VaultFailure.of(kind, "As scripted."));
    }

    public static Runnable failure(VaultFailure failure) {
        return () -> {
            throw failure;
        };
    }

    /** Does something in the middle of the next read: the vault has chosen its reply and not given it yet. */
    public static void inNextRead(FakeVault vault, Runnable work) {
        vault.beforeReply = () -> {
            vault.beforeReply = () -> {};
            work.run();
        };
    }

    public static SecretSnapshot text(String version, String text) {
        return SecretSnapshot.ofValue(SecretValue.ofText(text)).version(version).build();
    }

    /** A user and a password that match only within one version. */
    public static SecretSnapshot account(String version) {
        return accountFields(version).version(version).build();
    }

    public static SecretSnapshot.Builder accountFields(String version) {
        return SecretSnapshot.ofFields(Map.of(
                "user", SecretValue.ofText("user-" + version),
                "password", SecretValue.ofText("password-" + version)));
    }

    public static SecretSnapshot leased(String text, SecretLease lease) {
        return SecretSnapshot.ofValue(SecretValue.ofText(text)).lease(lease).build();
    }

    public static SecretLease lease(String id, Duration length) {
        return SecretLease.of(id, length);
    }
}
