package io.claviger.model;

import java.net.URI;

/** Where somebody wants to send a value. */
enum Target {
    UNNAMED(""),
    SHOP("https://shop.example/api"),
    BANK("https://api.bank.example:8443/"),
    BANK_IN_THE_OPEN("http://api.bank.example/");

    private final String address;

    Target(String address) {
        this.address = address;
    }

    boolean named() {
        return !address.isEmpty();
    }

    URI uri() {
        return URI.create(address);
    }
}
