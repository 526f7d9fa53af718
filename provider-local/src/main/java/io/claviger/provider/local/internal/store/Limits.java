package io.claviger.provider.local.internal.store;

/** How large things may be. A vault holds secrets, not files. */
final class Limits {

    static final int FILE_SIZE = 64 * 1024 * 1024;
    static final int VALUE_SIZE = 1024 * 1024;
    static final int ENTRIES = 100_000;
    static final int NAME_LENGTH = 255;

    private Limits() {}
}
