package io.claviger.testkit.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of an address, decoded. */
final class Query {

    private final Map<String, List<String>> parameters;

    private Query(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    static Query of(URI address) {
        return new Query(Stream.of(
                        Optional.ofNullable(address.getRawQuery()).orElse("").split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.groupingBy(
                        pair -> decode(pair[0]),
                        Collectors.mapping(pair -> pair.length == 2 ? decode(pair[1]) : "", Collectors.toList()))));
    }

    Set<String> names() {
        return parameters.keySet();
    }

    /** Returns every value of a parameter. */
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
