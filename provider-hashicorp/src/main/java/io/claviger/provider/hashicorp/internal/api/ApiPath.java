package io.claviger.provider.hashicorp.internal.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of the server's interface. Segments are never pasted into the text of a request: each is a variable of its
 * template, so that {@code #}, {@code ?}, <code>{}</code> and the like stay part of the name. Immutable.
 */
public final class ApiPath {

    /** The token's own data. */
    public static final ApiPath LOOKUP_SELF = of("auth", "token", "lookup-self");

    /** Makes the token last longer. */
    public static final ApiPath RENEW_SELF = of("auth", "token", "renew-self");

    /** Ends the token. */
    public static final ApiPath REVOKE_SELF = of("auth", "token", "revoke-self");

    private final List<String> segments;
    private final @Nullable String version;

    private ApiPath(List<String> segments, @Nullable String version) {
        this.segments = List.copyOf(segments);
        this.version = version;
    }

    /**
     * Returns a path.
     *
     * @param segments its segments, not encoded
     * @return the path
     */
    public static ApiPath of(String... segments) {
        return new ApiPath(List.of(segments), null);
    }

    /**
     * Returns a path.
     *
     * @param segments its segments, not encoded
     * @return the path
     */
    public static ApiPath of(List<String> segments) {
        return new ApiPath(segments, null);
    }

    /**
     * Returns this path with segments added.
     *
     * @param more the segments, not encoded
     * @return a new path
     */
    public ApiPath then(List<String> more) {
        List<String> all = new ArrayList<>(segments);
        all.addAll(more);
        return new ApiPath(all, version);
    }

    /**
     * Returns this path with a segment added.
     *
     * @param more the segment, not encoded
     * @return a new path
     */
    public ApiPath then(String more) {
        return then(List.of(more));
    }

    /**
     * Returns this path, asking for one version.
     *
     * @param number the version; {@code null} for the current one
     * @return a new path
     */
    public ApiPath version(@Nullable String number) {
        return new ApiPath(segments, number);
    }

    String template() {
        String path = String.join("/", Collections.nCopies(segments.size(), "{segment}"));
        return version == null ? path : path + "?version={version}";
    }

    Object[] variables() {
        List<String> variables = new ArrayList<>(segments);
        if (version != null) {
            variables.add(version);
        }
        return variables.toArray();
    }
}
