package io.claviger.internal.setup;

import io.claviger.AllowedDomains;
import io.claviger.Link;
import io.claviger.LinkId;
import io.claviger.Owner;
import io.claviger.SecretReference;
import io.claviger.internal.json.StrictJson;
import io.claviger.internal.link.Environments;
import io.claviger.internal.link.SecretNames;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the links of a setup. */
final class LinkReader {

    private static final EnumSet<SetupMember> REQUIRED = EnumSet.of(SetupMember.NAME, SetupMember.REFERENCE);
    private static final EnumSet<SetupMember> MEMBERS = EnumSet.of(
            SetupMember.NAME,
            SetupMember.ENVIRONMENT,
            SetupMember.OWNER,
            SetupMember.REFERENCE,
            SetupMember.ENABLED,
            SetupMember.FALLBACK,
            SetupMember.ALLOWED_DOMAINS);

    private final StrictJson json;
    private final ObjectReader objects;
    private String name = "";
    private @Nullable String environment;
    private Owner owner = Owner.team();
    private @Nullable SecretReference reference;
    private boolean enabled = true;
    private boolean fallback;
    private AllowedDomains domains = AllowedDomains.any();

    LinkReader(StrictJson json, ObjectReader objects) {
        this.json = json;
        this.objects = objects;
    }

    Link read() {
        environment = null;
        owner = Owner.team();
        enabled = true;
        fallback = false;
        domains = AllowedDomains.any();
        objects.read(MEMBERS, REQUIRED, this::member);
        LinkId id = LinkId.of(name).ownedBy(owner);
        return Link.of(environment == null ? id : id.inEnvironment(environment), Objects.requireNonNull(reference))
                .withEnabled(enabled)
                .withFallback(fallback)
                .withAllowedDomains(domains);
    }

    // the other members belong to other objects
    @SuppressWarnings("MissingCasesInEnumSwitch")
    private void member(SetupMember member) {
        switch (member) {
            case NAME -> name = name();
            case ENVIRONMENT -> environment = environment();
            case OWNER -> owner = IntegrationReader.owner(objects);
            case REFERENCE -> reference = reference();
            case ENABLED -> enabled = json.flag();
            case FALLBACK -> fallback = json.flag();
            case ALLOWED_DOMAINS -> domains = IntegrationReader.domains(objects);
            default -> throw new IllegalStateException(member.key());
        }
    }

    private String name() {
        String text = objects.string();
        return objects.parsed(() -> SecretNames.check(text));
    }

    private String environment() {
        String text = objects.string();
        return objects.parsed(() -> {
            Environments.check(text);
            return text;
        });
    }

    private SecretReference reference() {
        String text = objects.string();
        return objects.parsed(() -> SecretReference.parse(text));
    }
}
