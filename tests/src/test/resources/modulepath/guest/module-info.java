module io.claviger.guest {
    requires io.claviger.core;
}
