package io.claviger.spi;

import io.claviger.Administration;
import io.claviger.Credentials;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a kind of vault takes and can do. Immutable.
 */
public final class ProviderDescriptor {

    private final String title;
    private final Administration administration;
    private final List<SettingDescriptor> settings;
    private final List<Class<? extends Credentials>> credentials;
    private final Set<String> parameters;
    private final boolean credentialsOptional;
    private final boolean writable;
    private final boolean mintsCredentials;
    private final boolean interactiveSignIn;

    private ProviderDescriptor(Builder builder) {
        title = builder.title;
        administration = builder.administration;
        settings = List.copyOf(builder.settings);
        credentials = List.copyOf(builder.credentials);
        parameters = Set.copyOf(builder.parameters);
        credentialsOptional = builder.credentialsOptional;
        writable = builder.writable;
        mintsCredentials = builder.mintsCredentials;
        interactiveSignIn = builder.interactiveSignIn;
    }

    /**
     * Starts a descriptor.
     *
     * @param title the vault's name for people, {@code HashiCorp Vault and OpenBao} for example
     * @return a builder
     */
    public static Builder of(String title) {
        return new Builder(title);
    }

    /**
     * Returns the vault's name for people.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * Returns who sets up integrations of this kind.
     *
     * @return the administration; by default each user
     */
    public Administration administration() {
        return administration;
    }

    /**
     * Returns the settings that this kind of vault takes.
     *
     * @return the settings; by default none
     */
    public List<SettingDescriptor> settings() {
        return settings;
    }

    /**
     * Returns the kinds of credentials that this kind of vault takes.
     *
     * @return the kinds; empty if it asks for none
     */
    public List<Class<? extends Credentials>> credentials() {
        return credentials;
    }

    /**
     * Tells whether some integrations of this kind do without credentials: a vault in memory, for example.
     *
     * @return {@code true} if so; by default {@code false}
     */
    public boolean credentialsOptional() {
        return credentialsOptional;
    }

    /**
     * Returns the names of the parameters that references may have.
     *
     * @return the names; by default none
     */
    public Set<String> parameters() {
        return parameters;
    }

    /**
     * Tells whether values can be stored through the library.
     *
     * @return {@code true} if so; by default {@code false}
     */
    public boolean writable() {
        return writable;
    }

    /**
     * Tells whether a read may make the vault create something: a database user, for example. A failed read of such a vault
     * is repeated only if the failure says that nothing was created.
     *
     * @return {@code true} if so; by default {@code false}: every read can be repeated
     */
    public boolean mintsCredentials() {
        return mintsCredentials;
    }

    /**
     * Tells whether people can sign in at a page of the vault's own, see {@link VaultClient#signIn}.
     *
     * @return {@code true} if so; by default {@code false}
     */
    public boolean interactiveSignIn() {
        return interactiveSignIn;
    }

    /** Makes a {@link ProviderDescriptor}. Not safe for use by several threads. */
    public static final class Builder {

        private final String title;
        private Administration administration = Administration.USER;
        private final List<SettingDescriptor> settings = new ArrayList<>();
        private final Set<Class<? extends Credentials>> credentials = new LinkedHashSet<>();
        private final Set<String> parameters = new LinkedHashSet<>();
        private boolean credentialsOptional;
        private boolean writable;
        private boolean mintsCredentials;
        private boolean interactiveSignIn;

        private Builder(String title) {
            this.title = title;
        }

        /**
         * Says who sets up integrations of this kind. By default each user.
         *
         * @param administration the administration
         * @return this builder
         */
        public Builder administration(Administration administration) {
            this.administration = administration;
            return this;
        }

        /**
         * Adds a setting.
         *
         * @param setting the setting
         * @return this builder
         */
        public Builder setting(SettingDescriptor setting) {
            settings.add(setting);
            return this;
        }

        /**
         * Adds a kind of credentials; with none, the vault asks for none.
         *
         * @param kind the class or interface of the credentials
         * @return this builder
         */
        public Builder credentials(Class<? extends Credentials> kind) {
            credentials.add(kind);
            return this;
        }

        /**
         * Says that some integrations of this kind do without credentials.
         *
         * @return this builder
         */
        public Builder credentialsOptional() {
            this.credentialsOptional = true;
            return this;
        }

        /**
         * Adds a parameter that references may have.
         *
         * @param name its name
         * @return this builder
         */
        public Builder parameter(String name) {
            parameters.add(name);
            return this;
        }

        /**
         * Says that values can be stored through the library.
         *
         * @return this builder
         */
        public Builder writable() {
            this.writable = true;
            return this;
        }

        /**
         * Says that a read may make the vault create something.
         *
         * @return this builder
         */
        public Builder mintsCredentials() {
            this.mintsCredentials = true;
            return this;
        }

        /**
         * Says that people can sign in at a page of the vault's own.
         *
         * @return this builder
         */
        public Builder interactiveSignIn() {
            this.interactiveSignIn = true;
            return this;
        }

        /**
         * Returns the descriptor.
         *
         * @return the descriptor
         */
        public ProviderDescriptor build() {
            return new ProviderDescriptor(this);
        }
    }
}
