package io.claviger.internal.setup;

import io.claviger.ConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** What can be wrong with the file of a setup store, in words that a person can act on. */
final class StoreTrouble {

    private final Path file;

    StoreTrouble(Path file) {
        this.file = file;
    }

    ConfigurationException notRegular(Path which) {
        return new ConfigurationException("The file " + which
                + " is a symbolic link, a directory or a device, which is not followed or read. Name a regular file.");
    }

    ConfigurationException tooLarge() {
        return new ConfigurationException("The setup store " + file
                + " is larger than a setup may be, and was not read. Restore it from a backup or an export.");
    }

    ConfigurationException notText() {
        return new ConfigurationException(
                "The setup store " + file + " is not UTF-8 text. Restore it from a backup or an export.");
    }

    ConfigurationException writableByAll() {
        return new ConfigurationException("Anybody may write to the setup store " + file
                + ". Look at what it holds, then take that permission away: chmod o-w.");
    }

    ConfigurationException noDirectory() {
        return new ConfigurationException(
                "The directory of the setup store " + file + " does not exist. Create it, writable by its owner only.");
    }

    ConfigurationException busy() {
        return new ConfigurationException("Somebody else held the lock of the setup store " + file
                + " for too long. Nothing was written; try again.");
    }

    ConfigurationException unreadable(IOException e) {
        return failed("cannot be read", e);
    }

    ConfigurationException unwritable(IOException e) {
        return failed("cannot be written", e);
    }

    ConfigurationException notDurable(IOException e) {
        return failed("was replaced, and its directory cannot be forced to the disk", e);
    }

    private ConfigurationException failed(String what, IOException e) {
        String remedy = e instanceof AccessDeniedException
                ? "Make the file and its directory belong to the user that runs this process."
                : "Check the disk and its free space.";
        return new ConfigurationException(
                "The setup store " + file + " " + what + " (" + e.getClass().getSimpleName() + "). " + remedy);
    }
}
