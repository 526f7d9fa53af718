package io.claviger.tests.planted.rules;

import org.objectweb.asm.Type;

public final class Stranger {

    public Type type() {
        return Type.VOID_TYPE;
    }
}
