module io.claviger.rehearsal {
    requires io.claviger.testkit;
}
