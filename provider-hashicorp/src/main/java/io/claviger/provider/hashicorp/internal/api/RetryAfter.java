package io.claviger.provider.hashicorp.internal.api;

import io.claviger.spi.Call;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the header Retry-After: seconds, or a date. */
final class RetryAfter {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    static Optional<Duration> of(Reply reply, Call call) {
        return reply.header("Retry-After")
                .map(String::strip)
                .flatMap(text -> parse(text, call.time().now()));
    }

    private static Optional<Duration> parse(String text, Instant now) {
        return SECONDS.matcher(text).matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : date(text).map(until -> Duration.between(now, until)).filter(wait -> !wait.isNegative());
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
