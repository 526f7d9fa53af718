/** Proves providers by a contract suite, and lets hosts test without a vault: a scriptable one, assertions, a leak canary. */
module io.claviger.testkit {
    requires transitive io.claviger.core;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires org.junit.platform.commons;
    requires org.junit.platform.engine;
    requires org.junit.platform.launcher;
    requires static transitive org.jspecify;
    requires java.logging;
    requires java.net.http;
    requires jdk.httpserver;
    requires jdk.jfr;
    requires org.slf4j;
    // what the canary listens to and tries out where a test has it
    requires static ch.qos.logback.classic;
    requires static ch.qos.logback.core;
    requires static com.fasterxml.jackson.databind;
    requires static com.google.gson;
    requires static org.apache.logging.log4j;
    requires static org.apache.logging.log4j.core;

    exports io.claviger.testkit.assertion;
    exports io.claviger.testkit.canary;
    exports io.claviger.testkit.contract;
    exports io.claviger.testkit.http;
    exports io.claviger.testkit.vault;

    opens io.claviger.testkit.contract to
            org.junit.platform.commons;

    uses io.claviger.spi.VaultProvider;
}
