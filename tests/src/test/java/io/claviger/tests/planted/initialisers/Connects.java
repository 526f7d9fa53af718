package io.claviger.tests.planted.initialisers;

import java.net.Socket;

public final class Connects {

    public static final Socket SOCKET = Helper.connect();

    private Connects() {}
}
