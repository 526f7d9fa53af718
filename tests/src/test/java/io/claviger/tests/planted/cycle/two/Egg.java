package io.claviger.tests.planted.cycle.two;

import io.claviger.tests.planted.cycle.one.Hen;

public final class Egg {

    private final Hen mother;

    public Egg(Hen mother) {
        this.mother = mother;
    }

    public Hen mother() {
        return mother;
    }
}
