package io.claviger.internal.setup;

import io.claviger.Actor;
import io.claviger.AllowedDomains;
import io.claviger.IntegrationScope;
import io.claviger.IntegrationSetup;
import io.claviger.IntegrationSetup.Sessions;
import io.claviger.Owner;
import io.claviger.Settings;
import io.claviger.internal.json.StrictJson;
import io.claviger.internal.reference.ReferenceRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the integrations of a setup. */
final class IntegrationReader {

    private static final EnumSet<SetupMember> REQUIRED = EnumSet.of(SetupMember.ALIAS, SetupMember.PROVIDER);
    private static final EnumSet<SetupMember> MEMBERS = EnumSet.of(
            SetupMember.ALIAS,
            SetupMember.PROVIDER,
            SetupMember.OWNER,
            SetupMember.SETTINGS,
            SetupMember.SCOPE,
            SetupMember.ALLOWED_DOMAINS,
            SetupMember.SESSIONS,
            SetupMember.HOST_SETTINGS);
    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    private final StrictJson json;
    private final ObjectReader objects;
    private String alias = "";
    private String provider = "";
    private Owner owner = Owner.team();
    private Settings settings = Settings.empty();
    private IntegrationScope scope = IntegrationScope.everything();
    private AllowedDomains domains = AllowedDomains.any();
    private Sessions sessions = Sessions.NONE;
    private Set<String> hostSettings = Set.of();

    IntegrationReader(StrictJson json, ObjectReader objects) {
        this.json = json;
        this.objects = objects;
    }

    IntegrationSetup read() {
        owner = Owner.team();
        settings = Settings.empty();
        scope = IntegrationScope.everything();
        domains = AllowedDomains.any();
        sessions = Sessions.NONE;
        hostSettings = Set.of();
        objects.read(MEMBERS, REQUIRED, this::member);
        return new IntegrationSetup(alias, provider, owner, settings, scope, domains, sessions, hostSettings);
    }

    // the other members belong to other objects
    @SuppressWarnings("MissingCasesInEnumSwitch")
    private void member(SetupMember member) {
        switch (member) {
            case ALIAS -> alias = alias();
            case PROVIDER -> provider = provider();
            case OWNER -> owner = owner(objects);
            case SETTINGS -> settings = settings();
            case SCOPE -> scope = scope();
            case ALLOWED_DOMAINS -> domains = domains(objects);
            case SESSIONS -> sessions = sessions();
            case HOST_SETTINGS -> hostSettings = Set.copyOf(strings());
            default -> throw new IllegalStateException(member.key());
        }
    }

    private String alias() {
        String text = objects.string();
        return objects.parsed(() -> {
            ReferenceRules.checkAlias(text);
            return text;
        });
    }

    private String provider() {
        String text = objects.string();
        if (!PROVIDER.matcher(text).matches()) {
            throw json.here("This is no type of vault.", "Write the type, such as hashicorp.");
        }
        return text;
    }

    static Owner owner(ObjectReader objects) {
        String text = objects.string();
        return objects.parsed(() -> Owner.of(Actor.of(text)));
    }

    static AllowedDomains domains(ObjectReader objects) {
        String text = objects.string();
        return objects.parsed(() -> AllowedDomains.parse(text));
    }

    private Settings settings() {
        json.requireObject();
        Map<String, String> entries = new HashMap<>();
        while (objects.next()) {
            String name = json.key();
            if (entries.containsKey(name)) {
                throw objects.duplicate();
            }
            checkCount(entries.size());
            json.next();
            entries.put(name, setting());
        }
        return objects.parsed(() -> Settings.copyOf(entries));
    }

    private String setting() {
        String value = objects.string();
        SetupRules.settingProblem(value).ifPresent(problem -> {
            throw json.here(problem, "Remove everything between // and @: credentials are given to connect.");
        });
        return value;
    }

    private IntegrationScope scope() {
        List<String> patterns = strings();
        return objects.parsed(() -> IntegrationScope.of(patterns));
    }

    private List<String> strings() {
        json.requireArray();
        List<String> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (objects.next()) {
            checkCount(texts.size());
            String text = objects.string();
            if (!seen.add(text)) {
                throw json.here("This text is there twice.", "Remove one of the two.");
            }
            texts.add(text);
        }
        return texts;
    }

    private void checkCount(int count) {
        if (count == SetupRules.MOST_MEMBERS) {
            throw json.here("There are more than " + SetupRules.MOST_MEMBERS + " entries.", "Remove some.");
        }
    }

    private Sessions sessions() {
        String text = objects.string();
        for (Sessions each : Sessions.values()) {
            if (each != Sessions.NONE && each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw json.here("This is no kind of session.", "Write shared or personal, or remove the member.");
    }
}
