package io.claviger.spi;

/**
 * One setting that a kind of vault takes. Immutable; the copying methods can be chained.
 */
public final class SettingDescriptor {

    private final String name;
    private final String description;
    private final boolean required;
    private final boolean destination;
    private final boolean hostOnly;

    private SettingDescriptor(
            String name, String description, boolean required, boolean destination, boolean hostOnly) {
        this.name = name;
        this.description = description;
        this.required = required;
        this.destination = destination;
        this.hostOnly = hostOnly;
    }

    /**
     * Returns a setting that must be given.
     *
     * @param name its name
     * @param description one sentence for whoever sets up an integration, with the default and unit if there is one
     * @return the setting
     */
    public static SettingDescriptor required(String name, String description) {
        return new SettingDescriptor(name, description, true, false, false);
    }

    /**
     * Returns a setting that may be left out.
     *
     * @param name its name
     * @param description one sentence for whoever sets up an integration, with the default and unit if there is one
     * @return the setting
     */
    public static SettingDescriptor optional(String name, String description) {
        return new SettingDescriptor(name, description, false, false, false);
    }

    /**
     * Returns this setting, marked as deciding where credentials go: address, path of the login, trust. Whoever changes
     * it must give new credentials.
     *
     * @return a new setting
     */
    public SettingDescriptor destination() {
        return new SettingDescriptor(name, description, required, true, hostOnly);
    }

    /**
     * Returns this setting, marked as the host's own: never taken from an actor or a shared file, because it names
     * executables, files, trust material or ambient credentials.
     *
     * @return a new setting
     */
    public SettingDescriptor hostOnly() {
        return new SettingDescriptor(name, description, required, destination, true);
    }

    /**
     * Returns the name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns what it is for.
     *
     * @return one sentence
     */
    public String description() {
        return description;
    }

    /**
     * Tells whether it must be given.
     *
     * @return {@code true} if so
     */
    public boolean isRequired() {
        return required;
    }

    /**
     * Tells whether it decides where credentials go.
     *
     * @return {@code true} if so
     */
    public boolean isDestination() {
        return destination;
    }

    /**
     * Tells whether only the host itself may set it.
     *
     * @return {@code true} if so
     */
    public boolean isHostOnly() {
        return hostOnly;
    }
}
