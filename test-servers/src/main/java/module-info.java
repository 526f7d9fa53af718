/** Real servers for tests: installs and starts them. */
module io.claviger.testservers {
    requires transitive com.fasterxml.jackson.databind;
    requires java.net.http;
    requires jdk.httpserver;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports io.claviger.testservers;
}
