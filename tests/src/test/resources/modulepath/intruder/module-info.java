module io.claviger.intruder {
    requires io.claviger.core;
}
