package io.claviger.intruder;

import io.claviger.internal.text.SafeText;

final class Main {

    public static void main(String[] arguments) {
        System.out.println(SafeText.of("open"));
    }
}
