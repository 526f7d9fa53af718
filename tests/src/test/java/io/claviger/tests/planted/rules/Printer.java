package io.claviger.tests.planted.rules;

import java.util.logging.Logger;

public final class Printer {

    public void print(String text) {
        System.out.println(text);
        Logger.getLogger("planted").info(text);
    }
}
