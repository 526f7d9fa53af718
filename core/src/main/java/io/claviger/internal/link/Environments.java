package io.claviger.internal.link;

import io.claviger.ConfigurationException;
import io.claviger.internal.text.SafeText;
import java.util.regex.Pattern;

/** The rule for the names of environments, which is that of aliases. */
public final class Environments {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private Environments() {}

    /**
     * Checks a name.
     *
     * @param environment the name of an environment
     * @throws ConfigurationException if it is not allowed
     */
    public static void check(String environment) {
        if (!NAME.matcher(environment).matches()) {
            throw new ConfigurationException("The environment " + SafeText.of(environment)
                    + " is malformed. Write lower-case letters, digits and hyphens, beginning with a letter.");
        }
    }
}
