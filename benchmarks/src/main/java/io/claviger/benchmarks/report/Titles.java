package io.claviger.benchmarks.report;

/** The groups and rows that targets name. */
public final class Titles {

    public static final String WARM = "Warm read";
    public static final String HANDLE = "Claviger, by SecretHandle";
    public static final String REFERENCE = "Claviger, by SecretReference";
    public static final String NAME = "Claviger, by name";
    public static final String CAFFEINE = "Caffeine, expireAfterWrite";
    public static final String CONCURRENT_MAP = "ConcurrentHashMap";
    public static final String AWS_CACHING = "AWS caching client, whole text";

    public static final String RENDER = "Render 4 KiB, 20 references";
    public static final String CLAVIGER = "Claviger";
    public static final String COMMONS_TEXT = "Commons Text StringSubstitutor";
    public static final String APPENDING = "append to a presized StringBuilder";

    public static final String COLD = "Cold read (median)";
    public static final String BARE_CALL = "the bare client call";

    public static final String LARGE = "Large cache";
    public static final String ONE_KEY = "Claviger, one reference";
    public static final String ANY_KEY = "Claviger, any reference";

    public static final String STAMPEDE = "Cold stampede";
    public static final String BULK = "1,000 names over 50 secrets";
    public static final String MEMORY = "Memory of cached secrets";
    public static final String START = "Start in a fresh virtual machine";
    public static final String BUILD = "IntegrationManager.builder().build()";
    public static final String INITIALISED = "provider classes initialised";

    private Titles() {}
}
