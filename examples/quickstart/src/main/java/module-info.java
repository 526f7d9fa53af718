/** The main job from beginning to end. */
module io.claviger.examples.quickstart {
    requires io.claviger.core;
    requires io.claviger.provider.hashicorp;
    requires io.claviger.provider.local;
    requires java.net.http;
    requires jdk.httpserver;
    requires static org.jspecify;
}
