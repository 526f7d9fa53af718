package io.claviger.provider.hashicorp.internal.transport;

import java.io.IOException;

/** An answer is larger than anything a server of this kind sends. */
final class OversizedBodyException extends IOException {

    private static final long serialVersionUID = 1L;
}
