package io.claviger.examples.teamvault;

import io.claviger.Actor;
import io.claviger.IntegrationManager;
import io.claviger.SecretReference;

/**
 * What every chapter of the day works with.
 *
 * @param vaults the manager, acting for the program itself
 * @param store the vault of the team
 * @param people who works here
 * @param mint makes secrets up
 * @param narrator tells what happens
 */
record Office(IntegrationManager vaults, TeamStore store, People people, Mint mint, Narrator narrator) {

    /** The same manager under the rights of a person. */
    IntegrationManager as(Actor who) {
        return vaults.as(who);
    }

    SecretReference shop(String secret, String field) {
        return store.reference("shop", secret, field);
    }
}
