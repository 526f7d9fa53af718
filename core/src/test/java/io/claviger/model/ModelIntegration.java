package io.claviger.model;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An integration as the model has it. */
final class ModelIntegration {

    final String alias;
    final VaultKind kind;
    Who owner;
    String address;
    Scope scope = Scope.EVERYTHING;
    Domains domains = Domains.ANY;
    boolean connected;
    // null where people sign in one by one
    private ModelChannel shared;
    private final Map<Who, ModelChannel> personal = new EnumMap<>(Who.class);
    private ModelCredentials source;

    ModelIntegration(String alias, VaultKind kind, Who owner) {
        this.alias = alias;
        this.kind = kind;
        this.owner = owner;
    }

    /** A new generation: nothing of the former one is left. */
    void open(ModelCredentials credentials) {
        connected = true;
        source = credentials;
        personal.clear();
        shared = credentials.login.perActor() ? null : new ModelChannel(false, credentials);
    }

    /** A new generation with the credentials of the former one. */
    void reopen() {
        String proven = shared == null ? null : shared.identity;
        open(source.kept());
        if (shared != null) {
            shared.identity = proven;
        }
    }

    /** New credentials, with which a session was opened. */
    void reauthenticated(ModelCredentials credentials, String identity) {
        open(credentials);
        signedIn(shared, identity);
    }

    void signIn(Who who, ModelCredentials credentials, String identity) {
        ModelChannel channel = new ModelChannel(true, credentials);
        personal.put(who, channel);
        signedIn(channel, identity);
    }

    private static void signedIn(ModelChannel channel, String identity) {
        channel.session = true;
        channel.identity = identity;
    }

    void close() {
        connected = false;
        shared = null;
        personal.clear();
    }

    boolean signedInOneByOne() {
        return connected && shared == null;
    }

    /** Whose session a reader reads in; null if there is none. */
    ModelChannel channel(Who who) {
        return shared != null ? shared : personal.get(who);
    }

    ModelChannel signOut(Who who) {
        return personal.remove(who);
    }

    Collection<ModelChannel> channels() {
        return shared == null ? personal.values() : List.of(shared);
    }

    Map<Who, ModelChannel> visibleTo(Who who) {
        if (shared != null) {
            return Map.of(Who.HOST, shared);
        }
        if (who == Who.HOST) {
            return personal;
        }
        ModelChannel own = personal.get(who);
        return own == null ? Map.of() : Map.of(who, own);
    }

    /** The channel that a contact was made in. */
    ModelChannel channelOf(Contact contact) {
        return shared != null ? shared : personal.get(ownerOf(contact.principal()));
    }

    private static Who ownerOf(String principal) {
        return Who.valueOf(Login.whose(principal).toUpperCase(Locale.ROOT));
    }

    boolean hasSession() {
        return channels().stream().anyMatch(channel -> channel.session);
    }

    Rule.About about() {
        boolean unscoped = owner == Who.TEAM && shared != null && !scope.restricted();
        return new Rule.About(owner, kind, unscoped);
    }

    void drop(String path) {
        channels().forEach(channel -> channel.drop(path));
    }

    void clear() {
        channels().forEach(ModelChannel::clear);
    }
}
