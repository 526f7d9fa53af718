package io.claviger;

/**
 * Who acts, as the host application says: an identifier and nothing else.
 *
 * <p>The library does not authenticate people. Roles of an actor come from the host's {@link RoleSource}, never from
 * the actor itself.
 *
 * @param id the host's stable identifier of a person or service; not blank, at most 256 characters
 */
public record Actor(String id) {

    private static final int LONGEST_ID = 256;

    /**
     * Checks the identifier.
     *
     * @param id the host's stable identifier of a person or service
     * @throws IllegalArgumentException if the identifier is blank or too long
     */
    public Actor {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("An actor's id must have 1 to 256 characters that are not all blank.");
        }
    }

    /**
     * Returns the actor with an identifier.
     *
     * @param id the host's stable identifier of a person or service
     * @return the actor
     * @throws IllegalArgumentException if the identifier is blank or too long
     */
    public static Actor of(String id) {
        return new Actor(id);
    }
}
