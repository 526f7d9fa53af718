package io.claviger.provider.local.internal.cli;

import java.io.Console;
import java.io.InputStream;
import java.util.Optional;

/** The terminal, standard streams and environment of this process. */
final class SystemTerminal implements Terminal {

    @Override
    public boolean interactive() {
        return console().isPresent();
    }

    @Override
    public Optional<char[]> askHidden(String prompt) {
        return console().map(console -> console.readPassword("%s", prompt));
    }

    // before 22 there is no console where there is no terminal; since then it can tell
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(SystemTerminal::isTerminal);
    }

    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public InputStream input() {
        return System.in;
    }

    @Override
    public void print(String line) {
        System.out.println(line);
    }

    @Override
    public void complain(String line) {
        System.err.println(line);
    }

    @Override
    public Optional<String> environment(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isEmpty());
    }
}
