package io.claviger.testkit.canary;

import com.google.gson.Gson;

/** What Gson makes of an object. */
final class GsonPrint {

    private GsonPrint() {}

    static String of(Object object) {
        return new Gson().toJson(object);
    }
}
