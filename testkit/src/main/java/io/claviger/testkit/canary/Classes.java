package io.claviger.testkit.canary;

/** Which optional libraries there are. */
final class Classes {

    private Classes() {}

    static boolean present(String name) {
        try {
            Class.forName(name, false, Classes.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
