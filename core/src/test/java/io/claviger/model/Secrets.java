package io.claviger.model;

import io.claviger.SecretSnapshot;
import io.claviger.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the secrets of the vaults look like: each value says where it is from, and bears a mark that nothing else does. */
final class Secrets {

    static final String MARK = "sv~";
    static final List<String> PATHS = List.of("app/key", "app/account", "db/key", "db/account");

    /** A path where no vault has anything. */
    static final String ABSENT = "app/nothing";

    private Secrets() {}

    static boolean hasFields(String path) {
        return path.endsWith("account");
    }

    static List<String> fields(String path) {
        return hasFields(path) ? List.of("user", "password") : List.of("");
    }

    /** The text of one field, or of a whole secret; null if the secret has no such field. */
    static String text(String address, String path, int version, String field) {
        return fields(path).contains(field) ? MARK + address + "~" + path + "~" + version + "~" + field : null;
    }

    static SecretSnapshot snapshot(String address, String path, int version) {
        String number = Integer.toString(version);
        if (!hasFields(path)) {
            return SecretSnapshot.ofValue(SecretValue.ofText(text(address, path, version, "")))
                    .version(number)
                    .build();
        }
        Map<String, SecretValue> values = new TreeMap<>();
        fields(path).forEach(field -> values.put(field, SecretValue.ofText(text(address, path, version, field))));
        return SecretSnapshot.ofFields(values).version(number).build();
    }
}
