package io.claviger.model;

import io.claviger.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Chooses from a small world, so that steps meet again and again. */
final class Dice {

    static final List<String> ALIASES = List.of("north", "south", "east", "nowhere");
    static final List<String> NAMES = List.of("alpha", "beta", "gamma", "delta", "omega");
    private static final List<String> ENVIRONMENTS = List.of("", "", "", "", "staging", "staging", "live");
    private static final List<Set<Role>> ROLES =
            List.of(Set.of(), Set.of(Role.PARTNER), Set.of(Role.MEMBER), Set.of(Role.MEMBER), Set.of(Role.ADMIN));
    private static final List<Duration> TIMES = List.of(
            Duration.ofMillis(900),
            Duration.ofSeconds(6),
            Duration.ofSeconds(11),
            Duration.ofSeconds(48),
            Duration.ofSeconds(61));
    static final int HANDLES = 2;

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int many) {
        return below(many) == 0;
    }

    <T> T of(List<T> any) {
        return any.get(below(any.size()));
    }

    <E extends Enum<E>> E of(Class<E> type) {
        return of(List.of(type.getEnumConstants()));
    }

    /** Mostly those who may do something. */
    Who who() {
        return oneIn(5) ? of(Who.class) : of(List.of(Who.HOST, Who.ADA, Who.MAX, Who.MAX, Who.MIA));
    }

    Who administrator() {
        return oneIn(4) ? who() : of(List.of(Who.HOST, Who.ADA, Who.ABE));
    }

    /** One who can own something: the team most often. */
    Who owner(Who who) {
        return oneIn(3) ? (oneIn(4) ? of(List.of(Who.MAX, Who.MIA, Who.ADA)) : who) : Who.TEAM;
    }

    // one that is of no integration seldom
    String alias() {
        return oneIn(20) ? of(ALIASES) : ALIASES.get(below(3));
    }

    String name() {
        return oneIn(4) ? of(NAMES) : NAMES.get(below(2));
    }

    String environment() {
        return of(ENVIRONMENTS);
    }

    Place place(String alias) {
        String path = oneIn(40) ? of(List.of("bad/key", Secrets.ABSENT)) : of(Secrets.PATHS);
        List<String> fields = Secrets.fields(path);
        return new Place(alias, path, oneIn(30) ? "wrong" : of(fields));
    }

    Target target() {
        return oneIn(3) ? of(Target.class) : Target.SHOP;
    }

    Domains domains() {
        return oneIn(4) ? of(Domains.class) : Domains.ANY;
    }

    Scope scope() {
        return oneIn(2) ? Scope.EVERYTHING : of(Scope.class);
    }

    String address() {
        return of(World.ADDRESSES);
    }

    Login login() {
        return oneIn(3) ? of(List.of(Login.ONCE, Login.WRONG, Login.ONCE, Login.LASTING_OTHER)) : Login.LASTING;
    }

    Set<Role> roles() {
        return of(ROLES);
    }

    Duration time() {
        return of(TIMES);
    }

    int handle() {
        return below(HANDLES);
    }

    Options options() {
        return new Options(oneIn(5), 1 + below(2));
    }
}
