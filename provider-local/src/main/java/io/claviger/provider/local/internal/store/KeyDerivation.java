package io.claviger.provider.local.internal.store;

/**
 * How the key of a vault is made of what the host gives. Read from files, and so not to be believed: the bounds are
 * checked before any memory is taken.
 */
record KeyDerivation(int id, int memoryKib, int iterations, int lanes) {

    static final int ARGON2ID = 1;
    static final int HOST_KEY = 2;

    static final KeyDerivation OF_KEY = new KeyDerivation(HOST_KEY, 0, 0, 0);
    static final KeyDerivation OF_PASSPHRASE = new KeyDerivation(ARGON2ID, 64 * 1024, 3, 1);
    static final KeyDerivation FLOOR = new KeyDerivation(ARGON2ID, 19 * 1024, 2, 1);
    static final KeyDerivation CEILING = new KeyDerivation(ARGON2ID, 256 * 1024, 16, 4);

    void check(FileTrouble trouble) {
        if (id == HOST_KEY && equals(OF_KEY)) {
            return;
        }
        if (id != ARGON2ID) {
            throw trouble.derivationOutOfBounds("an unknown method");
        }
        check("KiB of memory", memoryKib, FLOOR.memoryKib, CEILING.memoryKib, trouble);
        check("iterations", iterations, FLOOR.iterations, CEILING.iterations, trouble);
        check("lanes", lanes, FLOOR.lanes, CEILING.lanes, trouble);
    }

    private static void check(String what, int actual, int floor, int ceiling, FileTrouble trouble) {
        if (actual < floor || actual > ceiling) {
            throw trouble.derivationOutOfBounds(Integer.toUnsignedString(actual) + " " + what + ", where " + floor
                    + " to " + ceiling + " are accepted");
        }
    }
}
