package io.claviger.provider.hashicorp.internal.login;

import io.claviger.provider.hashicorp.internal.api.Json;
import java.time.Duration;
import java.util.Optional;

/** Reads how long something lasts. */
final class LeaseDuration {

    private LeaseDuration() {}

    /** The duration of a lease or token; empty if it is without limit. */
    static Optional<Duration> of(Json object) {
        return object.member("lease_duration")
                .flatMap(Json::number)
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }
}
