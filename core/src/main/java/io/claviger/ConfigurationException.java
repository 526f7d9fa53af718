package io.claviger;

import java.util.List;

/**
 * Something a developer or administrator wrote is not right: a setting, an alias, a reference, a template.
 *
 * <p>All problems found are reported together, each as one sentence that says what, where and how to fix it.
 */
public non-sealed class ConfigurationException extends ClavigerException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * Creates an exception about one problem.
     *
     * @param problem what is wrong, where, and how to fix it; never a secret
     */
    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /**
     * Creates an exception about several problems.
     *
     * @param problems at least one sentence, each saying what is wrong, where, and how to fix it; never a secret
     */
    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems), null);
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns every problem found.
     *
     * @return at least one sentence
     */
    public List<String> problems() {
        return problems;
    }
}
