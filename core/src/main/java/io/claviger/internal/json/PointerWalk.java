package io.claviger.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One pass over a JSON text in search of one value. */
final class PointerWalk {

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,9}");

    private final JsonParser parser;
    private final String text;
    private final List<String> tokens;

    PointerWalk(JsonParser parser, String text, List<String> tokens) {
        this.parser = parser;
        this.text = text;
        this.tokens = tokens;
    }

    /** Returns what the tokens lead to from the value at which the parser stands; passes that value. */
    Optional<String> value() throws IOException {
        return value(0);
    }

    private Optional<String> value(int depth) throws IOException {
        if (depth == tokens.size()) {
            return written();
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> member(depth);
            case START_ARRAY -> element(depth);
            default -> Optional.empty();
        };
    }

    private Optional<String> member(int depth) throws IOException {
        Optional<String> found = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean match = parser.currentName().equals(tokens.get(depth));
            parser.nextToken();
            if (match) {
                found = value(depth + 1);
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private Optional<String> element(int depth) throws IOException {
        long wanted = index(tokens.get(depth));
        Optional<String> found = Optional.empty();
        for (long index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            if (index == wanted) {
                found = value(depth + 1);
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }

    private static long index(String token) {
        return INDEX.matcher(token).matches() ? Long.parseLong(token) : -1;
    }

    private Optional<String> written() throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case START_OBJECT, START_ARRAY -> Optional.of(slice());
            default -> Optional.of(parser.getText());
        };
    }

    private String slice() throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
