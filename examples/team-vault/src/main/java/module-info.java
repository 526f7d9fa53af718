/** A day of a team that shares a vault. */
module io.claviger.examples.teamvault {
    requires io.claviger.core;
    requires io.claviger.provider.hashicorp;
    requires io.claviger.provider.local;
    requires java.net.http;
    requires static org.jspecify;
}
