package io.claviger.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * What befalls a vault in the course of a day.
 *
 * @param outages it does not answer
 * @param throttling it asks for fewer requests
 * @param retryAfter whether it then says for how long
 * @param refusals it refuses credentials
 * @param stillbirths it accepts credentials, and none of the sessions that it gives
 */
record Weather(Windows outages, Windows throttling, boolean retryAfter, Windows refusals, Windows stillbirths) {

    static Weather random(SplittableRandom random, Duration day) {
        return new Weather(
                Windows.random(random, 3, Duration.ofMinutes(40), day),
                Windows.random(random, 3, Duration.ofMinutes(10), day),
                random.nextBoolean(),
                Windows.random(random, 2, Duration.ofMinutes(30), day),
                random.nextInt(4) == 0 ? Windows.random(random, 1, Duration.ofMinutes(5), day) : new Windows());
    }
}
