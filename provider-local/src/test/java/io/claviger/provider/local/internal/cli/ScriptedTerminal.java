package io.claviger.provider.local.internal.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A terminal whose person types what the test says. */
final class ScriptedTerminal implements Terminal {

    final List<String> printed = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    final List<String> prompts = new ArrayList<>();
    final Map<String, String> variables = new HashMap<>();

    private final Deque<String> typed = new ArrayDeque<>();
    private final boolean interactive;
    private final InputStream input;

    private ScriptedTerminal(boolean interactive, byte[] input) {
        this.interactive = interactive;
        this.input = new ByteArrayInputStream(input);
    }

    static ScriptedTerminal person(String... types) {
        ScriptedTerminal terminal = new ScriptedTerminal(true, new byte[0]);
        terminal.typed.addAll(List.of(types));
        return terminal;
    }

    static ScriptedTerminal script(byte[] input) {
        return new ScriptedTerminal(false, input);
    }

    static ScriptedTerminal script(String input) {
        return script(input.getBytes(StandardCharsets.UTF_8));
    }

    ScriptedTerminal with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Optional<char[]> askHidden(String prompt) {
        prompts.add(prompt);
        return Optional.ofNullable(typed.poll()).map(String::toCharArray);
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public void print(String line) {
        printed.add(line);
    }

    @Override
    public void complain(String line) {
        complaints.add(line);
    }

    @Override
    public Optional<String> environment(String variable) {
        return Optional.ofNullable(variables.get(variable));
    }
}
