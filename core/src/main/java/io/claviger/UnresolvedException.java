package io.claviger;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One or more references have no value; says for each which, why, and what to do.
 *
 * <p>A new instance each time: never cached, never shared between callers.
 */
public final class UnresolvedException extends ClavigerException {

    private static final long serialVersionUID = 1L;

    private final transient List<Resolution> failures;

    /**
     * Creates an exception about failed resolutions.
     *
     * @param failures at least one resolution without a value
     * @throws IllegalArgumentException if there is none, or if one has a value
     */
    public UnresolvedException(List<Resolution> failures) {
        super(message(failures), cause(failures));
        this.failures = List.copyOf(failures);
    }

    private static String message(List<Resolution> failures) {
        if (failures.isEmpty() || failures.stream().anyMatch(Resolution::resolved)) {
            throw new IllegalArgumentException("An UnresolvedException is about failed resolutions, at least one.");
        }
        if (failures.size() == 1) {
            return failures.get(0).explanation();
        }
        return failures.stream()
                .map(Resolution::explanation)
                .collect(Collectors.joining(
                        System.lineSeparator() + "  ",
                        failures.size() + " references have no value:" + System.lineSeparator() + "  ",
                        ""));
    }

    private static @Nullable Throwable cause(List<Resolution> failures) {
        return failures.get(0).trace().orElse(null);
    }

    /**
     * Returns every reference that has no value.
     *
     * @return at least one resolution, none of which has a value
     */
    public List<Resolution> failures() {
        return failures;
    }

    /**
     * Returns why the first reference has no value.
     *
     * @return the reason
     */
    public Reason reason() {
        return failures.get(0).reason().orElseThrow();
    }
}
