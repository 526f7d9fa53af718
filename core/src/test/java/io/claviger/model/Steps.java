package io.claviger.model;

import io.claviger.model.RelinkStep.Move;
import io.claviger.model.Sighting.Probe;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes up the steps of a sequence. What was said before is said again most of the time, so that steps meet; but no step
 * needs another one, so that any can be left out.
 */
final class Steps {

    private static final int FEWEST = 22;
    private static final int MORE = 19;
    private static final int FIRST = 3;
    private static final int PROBES = 3;

    private final Dice dice;
    private final Options options;
    private final List<LinkKey> keys = new ArrayList<>();
    // what handles read
    private final List<LinkKey> read = new ArrayList<>();

    Steps(Dice dice, Options options) {
        this.dice = dice;
        this.options = options;
    }

    /** A few integrations, links and handles to begin with, and then anything. */
    List<Step> sequence() {
        List<Step> steps = new ArrayList<>();
        steps.add(connect(0, Who.ADA, VaultKind.CENTRAL, dice.login()));
        steps.add(connect(1, Who.MAX, VaultKind.PRIVATE, dice.login()));
        steps.add(connect(2, dice.who(), dice.of(VaultKind.class), dice.oneIn(3) ? dice.login() : Login.PER_ACTOR));
        if (options.strict()) {
            steps.add(new IntegrationSteps.SetScope(Who.HOST, Dice.ALIASES.get(0), dice.scope()));
        }
        for (int i = 0; i < FIRST; i++) {
            steps.add(makeLink(dice.oneIn(3) ? dice.who() : Who.HOST, Dice.NAMES.get(i)));
        }
        for (int i = 0; i < Dice.HANDLES; i++) {
            steps.add(bind(i));
        }
        steps.add(new IntegrationSteps.Reauthenticate(dice.who(), Dice.ALIASES.get(2), Login.LASTING));
        int length = FEWEST + dice.below(MORE);
        while (steps.size() < length) {
            steps.add(any());
        }
        return steps;
    }

    private Step connect(int number, Who usual, VaultKind kind, Login login) {
        Who who = dice.oneIn(6) ? dice.who() : usual;
        return new IntegrationSteps.Connect(who, Dice.ALIASES.get(number), kind, dice.address(), login);
    }

    private Step any() {
        int what = dice.below(100);
        if (what < 50) {
            return read();
        }
        if (what < 64) {
            return changeLink();
        }
        if (what < 78) {
            return changeIntegration();
        }
        if (what < 84) {
            return changeCache();
        }
        return what < 89 ? changeActor() : happen();
    }

    /** A link that was spoken of before, most of the time. */
    private LinkKey key(Who who) {
        boolean known = !keys.isEmpty() && !dice.oneIn(6);
        LinkKey key = known ? dice.of(keys) : new LinkKey(dice.owner(who), dice.name(), dice.environment());
        return known && dice.oneIn(6) ? new LinkKey(key.owner(), key.name(), dice.environment()) : key;
    }

    private Reader reader(LinkKey key) {
        Who who = key.owner() == Who.TEAM || dice.oneIn(4) ? dice.who() : key.owner();
        return new Reader(who, dice.oneIn(4) ? dice.environment() : key.environment(), dice.target());
    }

    private List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < 2 + dice.below(2); i++) {
            names.add(key(Who.TEAM).name());
        }
        return List.copyOf(names);
    }

    private Step bind(int number) {
        LinkKey key = key(dice.who());
        Reader reader = reader(key);
        read.add(new LinkKey(key.owner(), key.name(), reader.environment()));
        return new ReadSteps.Bind(number, reader, key.name());
    }

    private Step read() {
        LinkKey key = key(dice.who());
        Reader reader = reader(key);
        ReadSteps.Way way = dice.of(ReadSteps.Way.class);
        return switch (dice.below(12)) {
            case 0, 1, 2, 3 -> new ReadSteps.Resolve(reader, key.name(), way);
            case 4 -> new ReadSteps.ResolveDirect(reader, dice.place(dice.alias()), way);
            case 5 -> new ReadSteps.ResolveAll(reader, names());
            case 6 -> new ReadSteps.Render(reader, names(), dice.oneIn(3) ? dice.place(dice.alias()) : null);
            case 7 -> bind(dice.handle());
            default -> new ReadSteps.ReadHandle(dice.handle());
        };
    }

    // another link for a name that a handle reads
    private Step overlay() {
        LinkKey key = dice.of(read);
        Who who = dice.oneIn(3) ? dice.who() : Who.HOST;
        return new LinkSteps.MakeLink(who, key, dice.place(aliasFor(who)), dice.oneIn(2), Domains.ANY);
    }

    private Step makeLink(Who who, String name) {
        LinkKey key = new LinkKey(dice.owner(who), name, dice.environment());
        if (!keys.isEmpty() && dice.oneIn(3)) {
            LinkKey known = dice.of(keys);
            key = new LinkKey(known.owner(), known.name(), dice.environment());
        }
        keys.add(key);
        return new LinkSteps.MakeLink(who, key, dice.place(aliasFor(who)), dice.oneIn(2), dice.domains());
    }

    // the second integration is somebody's own most of the time
    private String aliasFor(Who who) {
        return who == Who.MAX || dice.oneIn(4) ? dice.alias() : Dice.ALIASES.get(dice.oneIn(3) ? 2 : 0);
    }

    private Step changeLink() {
        Who who = dice.who();
        LinkKey key = key(who);
        boolean byName = dice.oneIn(3);
        return switch (dice.below(10)) {
            case 0 -> makeLink(who, dice.name());
            case 1 -> overlay();
            case 2, 3, 4 -> relink(who);
            case 5 -> new LinkSteps.Unlink(who, key, byName);
            case 6 -> new LinkSteps.SetFlag(who, key, byName, dice.of(LinkSteps.Flag.class));
            case 7 -> new LinkSteps.SetFlag(who, key, byName, LinkSteps.Flag.ENABLED);
            case 8 -> new LinkSteps.Restrict(who, key, dice.domains());
            default -> new LinkSteps.HandOver(dice.administrator(), key, dice.owner(who));
        };
    }

    private Step relink(Who who) {
        List<Move> moves = new ArrayList<>();
        Set<LinkKey> moved = new LinkedHashSet<>();
        for (int i = 0; i < 1 + dice.below(2); i++) {
            LinkKey key = key(who);
            Place expected = dice.oneIn(6) ? dice.place(aliasFor(who)) : null;
            if (moved.add(key)) {
                moves.add(new Move(key, dice.place(aliasFor(who)), expected, dice.oneIn(3)));
            }
        }
        return new RelinkStep(who, moves);
    }

    private Step changeIntegration() {
        Who who = dice.oneIn(2) ? dice.administrator() : dice.who();
        String alias = dice.alias();
        return switch (dice.below(12)) {
            case 0, 1 ->
                new IntegrationSteps.Connect(who, alias, dice.of(VaultKind.class), dice.address(), connecting());
            case 2 -> new IntegrationSteps.Edit(who, alias, dice.address(), dice.below(3), edited());
            case 3, 4 -> new IntegrationSteps.Reauthenticate(who, alias, dice.login());
            case 5, 6 -> new IntegrationSteps.Reauthenticate(dice.who(), Dice.ALIASES.get(2), dice.login());
            case 7 -> new IntegrationSteps.SetScope(who, alias, dice.scope());
            case 8 -> new IntegrationSteps.SetDomains(who, alias, dice.domains());
            case 9, 10 -> new IntegrationSteps.Share(dice.oneIn(2) ? Who.MAX : who, alias);
            default -> new IntegrationSteps.Disconnect(who, alias);
        };
    }

    private Login connecting() {
        return dice.oneIn(4) ? Login.PER_ACTOR : dice.login();
    }

    private Login edited() {
        return dice.oneIn(2) ? null : connecting();
    }

    private Step changeCache() {
        Who who = dice.who();
        return switch (dice.below(8)) {
            case 0 -> new CacheSteps.ResetAll(who);
            case 1 -> new CacheSteps.ResetIntegration(who, dice.alias());
            case 2, 3 -> new CacheSteps.ResetName(who, key(who).name());
            case 4 -> new CacheSteps.SetExpiration(who, 1 + dice.below(2));
            default -> new CacheSteps.Store(who, key(who).name());
        };
    }

    private Step changeActor() {
        Who whom = dice.of(List.of(Who.MAX, Who.MIA, Who.MEL, Who.ADA));
        return switch (dice.below(6)) {
            case 0, 1, 2 -> new ActorSteps.ChangeRoles(dice.administrator(), whom, dice.roles());
            case 3 -> new ActorSteps.Look(dice.who());
            default -> new ActorSteps.Forget(dice.administrator(), whom);
        };
    }

    private Step happen() {
        String address = dice.address();
        return switch (dice.below(14)) {
            case 0 -> new VaultSteps.Outage(address, true);
            case 1, 2, 3 -> new VaultSteps.Outage(address, false);
            case 4 -> new VaultSteps.EndSessions(address);
            case 5, 6, 7, 8 -> new VaultSteps.Pass(dice.time());
            default -> new VaultSteps.Change(address, dice.of(Secrets.PATHS), dice.of(VaultSteps.Happening.class));
        };
    }

    /** What is read while the steps are taken: names, handles, and several names at once. */
    List<Probe> probes() {
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            LinkKey key = dice.of(keys);
            Reader reader = reader(key);
            String name = key.name();
            List<String> names = names();
            probes.add(new Probe(new ReadSteps.Resolve(reader, name, ReadSteps.Way.RESOLVE), reader, List.of(name)));
            probes.add(new Probe(new ReadSteps.ReadHandle(PROBES + i), reader, List.of(name)));
            probes.add(new Probe(new ReadSteps.ResolveAll(reader, names), reader, names));
        }
        return probes;
    }
}
