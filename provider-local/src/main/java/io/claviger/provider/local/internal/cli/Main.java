package io.claviger.provider.local.internal.cli;

/** Where the command begins. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and ends this process with its exit code.
     *
     * @param arguments what was typed
     */
    public static void main(String[] arguments) {
        System.exit(new Command(new SystemTerminal()).run(arguments));
    }
}
