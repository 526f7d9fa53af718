package io.claviger.internal.manager;

import io.claviger.Reason;
import io.claviger.internal.failure.Failure;
import io.claviger.internal.link.Links;
import io.claviger.internal.plan.Reader;
import io.claviger.internal.text.SafeText;
import org.jspecify.annotations.Nullable;

/** Says of a name without a link whether it is linked in another environment: linking it again would be no remedy then. */
final class NotLinked {

    private NotLinked() {}

    static Failure failure(Links links, String name, Reader reader) {
        return Failure.of(
                Reason.NOT_LINKED,
                links.anywhere(name, reader.actor()) ? elsewhere(links, name, reader, reader.environment()) : "");
    }

    private static String elsewhere(Links links, String name, Reader reader, @Nullable String environment) {
        if (environment == null) {
            return "It is linked in environments only, and none was named.";
        }
        String problem = "It is linked, but not in the environment " + SafeText.of(environment);
        return links.find(name, reader.actor(), null) == null
                ? problem + "."
                : problem + ", and its default link may not stand in there.";
    }
}
