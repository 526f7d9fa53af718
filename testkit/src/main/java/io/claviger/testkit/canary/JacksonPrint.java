package io.claviger.testkit.canary;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** What Jackson makes of an object: as it is set up by default, and where it looks at all fields. */
final class JacksonPrint {

    private JacksonPrint() {}

    static String of(Object object) {
        ObjectMapper usual = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
        ObjectMapper nosy = usual.copy().setVisibility(PropertyAccessor.ALL, Visibility.ANY);
        return attempt(usual, object) + attempt(nosy, object);
    }

    // what cannot be mapped one way may be mapped another
    private static String attempt(ObjectMapper mapper, Object object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JsonProcessingException | StackOverflowError e) {
            return LogLine.trace(e);
        }
    }
}
