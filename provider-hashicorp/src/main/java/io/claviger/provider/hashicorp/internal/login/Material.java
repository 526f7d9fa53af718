package io.claviger.provider.hashicorp.internal.login;

import io.claviger.ConfigurationException;
import io.claviger.SecretValue;

/** Reads what hosts hand in for a login. */
final class Material {

    private Material() {}

    /** Returns the text without white space around it, which files end with. */
    static String text(String what, SecretValue value) {
        return text(what, revealed(what, value));
    }

    static String text(String what, String value) {
        String text = value.strip();
        if (text.isEmpty()) {
            throw new ConfigurationException("The " + what + " is empty; give one.");
        }
        return text;
    }

    private static String revealed(String what, SecretValue value) {
        try {
            return value.revealText();
        } catch (IllegalStateException e) {
            throw new ConfigurationException("The " + what + " is not text; give it as the server showed it.");
        }
    }
}
