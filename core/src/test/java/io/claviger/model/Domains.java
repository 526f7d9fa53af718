package io.claviger.model;

import com.google.common.collect.ImmutableSet;
import io.claviger.AllowedDomains;

/** Where values may be sent, with the targets that match as plain data. */
enum Domains {
    ANY("", Target.values()),
    SHOP("shop.example", Target.SHOP),
    BANK("*.bank.example", Target.BANK),
    BOTH("*.bank.example, shop.example", Target.BANK, Target.SHOP);

    private final String text;
    private final ImmutableSet<Target> matching;

    Domains(String text, Target... matching) {
        this.text = text;
        this.matching = ImmutableSet.copyOf(matching);
    }

    boolean allow(Target target) {
        return matching.contains(target);
    }

    boolean restricted() {
        return this != ANY;
    }

    AllowedDomains domains() {
        return restricted() ? AllowedDomains.parse(text) : AllowedDomains.any();
    }
}
