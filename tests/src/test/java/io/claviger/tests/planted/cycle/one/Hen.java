package io.claviger.tests.planted.cycle.one;

import io.claviger.tests.planted.cycle.two.Egg;

public final class Hen {

    public Egg lay() {
        return new Egg(this);
    }
}
