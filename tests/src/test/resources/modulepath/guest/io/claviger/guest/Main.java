package io.claviger.guest;

import io.claviger.IntegrationManager;
import io.claviger.SecretReference;
import java.lang.reflect.Method;

final class Main {

    public static void main(String[] arguments) throws Exception {
        System.out.println(SecretReference.parse("vault://a/b#c"));
        IntegrationManager.builder().build().close();
        System.out.println("closed in " + IntegrationManager.class.getModule());
        Method inside = Class.forName("io.claviger.internal.text.SafeText").getMethod("of", String.class);
        try {
            System.out.println(inside.invoke(null, "open"));
        } catch (IllegalAccessException expected) {
            System.out.println("not accessible");
        }
    }
}
