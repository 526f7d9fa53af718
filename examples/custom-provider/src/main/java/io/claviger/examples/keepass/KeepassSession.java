package io.claviger.examples.keepass;

import io.claviger.SecretSnapshot;
import io.claviger.spi.Call;
import io.claviger.spi.Locator;
import io.claviger.spi.Session;
import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Reads entries, and decrypts the file again when it has changed, but once for all who wait. */
final class KeepassSession implements Session {

    private final KeepassFile file;
    private final KeepassCredentials credentials;
    private final ReentrantLock decrypting = new ReentrantLock();
    private volatile Entries entries;

    KeepassSession(KeepassFile file, KeepassCredentials credentials, Entries entries) {
        this.file = file;
        this.credentials = credentials;
        this.entries = entries;
    }

    @Override
    public SecretSnapshot read(Locator locator, Call call) {
        call.checkDeadline();
        EncryptedFile current = file.read();
        Entries decrypted = entries;
        return (decrypted.areOf(current) ? decrypted : decrypted(current, call)).entry(locator.path());
    }

    /** As long as nobody has saved the file, which hashing it tells, what was decrypted still holds. */
    @Override
    public boolean unchanged(Locator locator, SecretSnapshot known, Call call) {
        call.checkDeadline();
        Entries decrypted = entries;
        return decrypted.areOf(file.read()) && decrypted.entry(locator.path()).hasSameContentAs(known);
    }

    private Entries decrypted(EncryptedFile current, Call call) {
        lock(call);
        try {
            if (!entries.areOf(current)) {
                entries = current.decrypt(credentials);
            }
            return entries;
        } catch (VaultFailure failure) {
            throw failure.kind() == Kind.CREDENTIALS_REFUSED
                    ? VaultFailure.of(Kind.SESSION_ENDED, failure.detail())
                    : failure;
        } finally {
            decrypting.unlock();
        }
    }

    private void lock(Call call) {
        try {
            if (!decrypting.tryLock(call.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw VaultFailure.of(Kind.UNAVAILABLE, "The KeePass file was not decrypted in time. Try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VaultFailure.of(Kind.UNAVAILABLE, "The read was cancelled while the KeePass file was decrypted.");
        }
    }

    @Override
    public String toString() {
        return "KeepassSession";
    }
}
