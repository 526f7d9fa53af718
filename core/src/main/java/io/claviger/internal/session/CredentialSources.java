package io.claviger.internal.session;

import io.claviger.ConfigurationException;
import io.claviger.CredentialSource;
import io.claviger.Credentials;
import io.claviger.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sources of credentials that the library brings. */
public final class CredentialSources {

    private static final int LARGEST_FILE = 64 * 1024;

    private CredentialSources() {}

    /**
     * Gives the credentials once and forgets them.
     *
     * @param credentials the credentials
     * @return the source
     */
    public static CredentialSource once(Credentials credentials) {
        return new OnceSource(credentials);
    }

    /**
     * Reads an environment variable at each login.
     *
     * @param variable its name
     * @param environment looks a variable up
     * @param kind makes credentials of its text
     * @return the source
     */
    public static CredentialSource environment(
            String variable,
            Function<String, @Nullable String> environment,
            Function<? super SecretValue, ? extends Credentials> kind) {
        return () -> {
            String text = environment.apply(variable);
            if (text == null || text.isBlank()) {
                throw new ConfigurationException("The environment variable " + variable
                        + " is not set. Set it to the credential, or connect with another source.");
            }
            return Optional.of(kind.apply(SecretValue.ofText(text)));
        };
    }

    /**
     * Reads a file at each login.
     *
     * @param file the file
     * @param kind makes credentials of its text
     * @return the source
     */
    public static CredentialSource file(Path file, Function<? super SecretValue, ? extends Credentials> kind) {
        return () -> Optional.of(kind.apply(SecretValue.ofText(withoutLineEnd(text(file)))));
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw unreadable(file, "is larger than 64 KiB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw unreadable(file, "is empty");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, "is not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, "cannot be read");
        }
    }

    private static ConfigurationException unreadable(Path file, String problem) {
        return new ConfigurationException("The credential file " + file + " " + problem
                + ". Make it a small text file that this process may read.");
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
