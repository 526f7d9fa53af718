package io.claviger.examples.keepass;

/** KeePassJava2, whose jars of version 2 have names that no module can have: they stay on the class path. */
final class Library {

    private Library() {}

    /** Lets this module see the class path. Without modules, it sees it anyway, and this does nothing. */
    static void access() {
        Library.class.getModule().addReads(Library.class.getClassLoader().getUnnamedModule());
    }
}
