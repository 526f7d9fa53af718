package io.claviger.provider.local.internal.cli;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.SecretValue;
import io.claviger.provider.local.LocalCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Gets passphrases and values from where they may come from: a hidden prompt, standard input, a file, a variable. */
final class Secrets {

    private static final int LARGEST = 1024 * 1024;
    private static final int KEY_SIZE = 32;

    private final Terminal terminal;

    Secrets(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Finds a passphrase; one for something that does not exist yet is typed twice. */
    LocalCredentials passphrase(String what, Optional<String> file, String variable, boolean twice) {
        if (file.isPresent()) {
            return (LocalCredentials) CredentialSource.file(Path.of(file.get()), LocalCredentials::passphrase)
                    .next()
                    .orElseThrow();
        }
        return terminal.environment(variable)
                .map(text -> LocalCredentials.passphrase(SecretValue.ofText(text)))
                .orElseGet(() -> typedPassphrase(what, variable, twice));
    }

    LocalCredentials key(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return LocalCredentials.key(in.readNBytes(KEY_SIZE + 1));
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The key file " + file + " cannot be read. Name a file of 32 bytes that this process may read.");
        }
    }

    private LocalCredentials typedPassphrase(String what, String variable, boolean twice) {
        if (!terminal.interactive()) {
            throw new ConfigurationException("There is nobody to ask for the passphrase of " + what + ". Name a file"
                    + " that holds it, or set " + variable + ".");
        }
        char[] typed = ask("Passphrase of " + what + ": ");
        if (twice && !Arrays.equals(typed, ask("The same again: "))) {
            throw new ConfigurationException("The two passphrases differ. Nothing was changed; try again.");
        }
        LocalCredentials credentials = LocalCredentials.passphrase(typed);
        Arrays.fill(typed, '\0');
        return credentials;
    }

    SecretValue value(String name) {
        return terminal.interactive() ? typedValue(name) : streamedValue();
    }

    private SecretValue typedValue(String name) {
        char[] typed = ask("Value of " + name + ": ");
        if (typed.length == 0) {
            throw new ConfigurationException("No value was typed. Nothing was changed.");
        }
        SecretValue value = SecretValue.ofText(CharBuffer.wrap(typed));
        Arrays.fill(typed, '\0');
        return value;
    }

    private char[] ask(String prompt) {
        return terminal.askHidden(prompt)
                .orElseThrow(() -> new ConfigurationException("The input ended. Nothing was changed."));
    }

    private SecretValue streamedValue() {
        byte[] bytes = streamed();
        if (bytes.length == 0) {
            throw new ConfigurationException(
                    "Standard input holds no value. Write the value to it, or run the command in"
                            + " a terminal to type it.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return SecretValue.ofText(withoutLineEnd(text));
        } catch (CharacterCodingException e) {
            return SecretValue.ofBytes(bytes);
        }
    }

    private byte[] streamed() {
        try {
            byte[] bytes = terminal.input().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ConfigurationException("The value is larger than 1 MiB. Keep large values elsewhere.");
            }
            return bytes;
        } catch (IOException e) {
            throw new ConfigurationException("Standard input cannot be read. Nothing was changed.");
        }
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
