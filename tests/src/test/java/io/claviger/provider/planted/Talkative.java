package io.claviger.provider.planted;

import io.claviger.event.VaultEventListener;

public interface Talkative {

    VaultEventListener listener();

    interface First {}

    interface Second {}

    interface Third {}
}
