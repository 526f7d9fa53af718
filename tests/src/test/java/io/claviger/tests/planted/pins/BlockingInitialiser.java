package io.claviger.tests.planted.pins;

/** Pins the virtual thread that is the first to use it. */
public final class BlockingInitialiser {

    static {
        Gate.pass();
    }

    private BlockingInitialiser() {}

    public static void use() {}
}
