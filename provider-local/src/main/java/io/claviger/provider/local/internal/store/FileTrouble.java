package io.claviger.provider.local.internal.store;

import io.claviger.spi.VaultFailure;
import io.claviger.spi.VaultFailure.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/**
 * What can be wrong with one vault file, in words that a person can act on.
 *
 * <p>What cannot be read now but may be right again later is unavailable; what must be set up differently is
 * misconfigured. No exception of the platform is chained.
 */
final class FileTrouble {

    private final Path file;

    FileTrouble(Path file) {
        this.file = file;
    }

    VaultFailure damaged(String what) {
        return unavailable("The vault file " + file + " is damaged: " + what
                + ". It was left as it is; restore it from a backup or an export.");
    }

    VaultFailure notAVault() {
        return misconfigured(
                "The file " + file + " is not a Claviger vault, or its first bytes are damaged. Name another file.");
    }

    VaultFailure unknownFormat(int version) {
        return misconfigured("The vault file " + file + " has format version " + version
                + ", and this release reads version 1. Use a newer release, or restore the file if it is damaged.");
    }

    VaultFailure derivationOutOfBounds(String what) {
        return misconfigured("The vault file " + file + " asks for a key derivation with " + what
                + ". No key was derived. The file was not written by Claviger; restore it from a backup or an export.");
    }

    VaultFailure wrongKey(String given) {
        return VaultFailure.of(
                Kind.CREDENTIALS_REFUSED,
                "The " + given + " does not open the vault file " + file
                        + ". The file is not damaged; give the passphrase or key that it was last written with.");
    }

    VaultFailure otherKind(String needed, String given) {
        return VaultFailure.of(
                Kind.CREDENTIALS_REFUSED,
                "The vault file " + file + " is protected by a " + needed + ", and a " + given + " was given. Give the "
                        + needed + ".");
    }

    VaultFailure rolledBack(long found, long seen) {
        return unavailable("The vault file " + file + " was replaced by an older one: it has revision " + found
                + ", and this process has seen " + (seen == Revisions.DESTROYED ? "it destroyed" : "revision " + seen)
                + ". Put the newer file back, or restart the process to accept the older one.");
    }

    VaultFailure notRegular(String what) {
        return misconfigured("The vault file " + file + " is " + what
                + ", which is not followed or read. Name the regular file itself.");
    }

    VaultFailure lockNotRegular(Path lockFile) {
        return misconfigured("The lock file " + lockFile
                + " is a link, a directory or a device. Remove it; it is created again where it is needed.");
    }

    VaultFailure tooLarge() {
        return misconfigured("The vault file " + file + " is larger than 64 MiB, or would become so."
                + " Keep large values elsewhere, or spread them over several vaults.");
    }

    VaultFailure noDirectory() {
        return misconfigured(
                "The directory of the vault file " + file + " does not exist. Create it, readable by its owner only.");
    }

    VaultFailure missing() {
        return misconfigured("There is no file " + file + ". Name an export or a vault file that exists.");
    }

    VaultFailure exists() {
        return misconfigured("The file " + file + " exists and is not overwritten. Name a file that does not exist.");
    }

    VaultFailure busy() {
        return unavailable("Somebody else held the lock of the vault file " + file
                + " until the deadline. Nothing was changed; try again.");
    }

    VaultFailure cancelled() {
        return unavailable("The call was cancelled while it waited for the vault file " + file + ".");
    }

    VaultFailure unreadable(IOException e) {
        return failed("cannot be read", "", e);
    }

    VaultFailure unwritable(IOException e) {
        return failed("cannot be written", " It was left as it is.", e);
    }

    VaultFailure notDurable(IOException e) {
        return failed("was replaced, and its directory cannot be forced to the disk", " Write again to be sure.", e);
    }

    private VaultFailure failed(String what, String state, IOException e) {
        if (e instanceof AccessDeniedException) {
            return misconfigured("The vault file " + file + " " + what + ": this process has no permission." + state
                    + " Make the file and its directory belong to the user that runs it.");
        }
        return unavailable("The vault file " + file + " " + what + " ("
                + e.getClass().getSimpleName() + ")." + state + " Check the disk and its free space.");
    }

    private static VaultFailure unavailable(String detail) {
        return VaultFailure.of(Kind.UNAVAILABLE, detail);
    }

    private static VaultFailure misconfigured(String detail) {
        return VaultFailure.of(Kind.MISCONFIGURED, detail);
    }
}
