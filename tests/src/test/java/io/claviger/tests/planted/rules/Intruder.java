package io.claviger.tests.planted.rules;

import io.claviger.internal.text.SafeText;

public final class Intruder {

    public String safe(String text) {
        return SafeText.of(text);
    }
}
