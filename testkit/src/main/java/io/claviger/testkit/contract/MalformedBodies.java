package io.claviger.testkit.contract;

import io.claviger.testkit.http.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers that claim success and make no sense. */
final class MalformedBodies {

    private MalformedBodies() {}

    static List<Fault> with(String text) {
        return List.of(
                Fault.json(200, "{\"" + text + "\":\"" + text),
                Fault.json(200, ""),
                Fault.json(200, "null"),
                Fault.json(200, "\"" + text + "\""),
                Fault.json(200, "[\"" + text + "\"]"),
                Fault.json(200, "{\"value\":[{\"" + text + "\":1}],\"data\":{\"data\":\"" + text + "\"}}"),
                Fault.json(200, text),
                Fault.status(200, "text/html", bytes("<html><body>" + text + "</body></html>")),
                Fault.status(200, "application/json", malformed(text)));
    }

    /** What no decoder of UTF-8 accepts. */
    private static byte[] malformed(String text) {
        byte[] bytes = bytes("{\"data\":{\"data\":{\"k\":\"?" + text + "\"}}}");
        bytes["{\"data\":{\"data\":{\"k\":\"".length()] = (byte) 0xff;
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
