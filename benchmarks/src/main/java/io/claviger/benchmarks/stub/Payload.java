package io.claviger.benchmarks.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What every stub holds: two fields, as a database credential has. */
public final class Payload {

    public static final String USERNAME = "app";
    public static final String PASSWORD = "correct-horse-battery-staple";
    public static final String PASSWORD_FIELD = "password";
    public static final String JSON = "{\"username\":\"" + USERNAME + "\",\"password\":\"" + PASSWORD + "\"}";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Payload() {}

    /** Picks the password, as the user of a client that returns the whole text has to. */
    public static String password(String json) {
        try {
            return MAPPER.readTree(json).required(PASSWORD_FIELD).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload is not JSON.", e);
        }
    }
}
