package io.claviger.internal.setup;

import io.claviger.IntegrationSetup;
import io.claviger.IntegrationSetup.Sessions;
import io.claviger.Link;
import io.claviger.Owner;
import io.claviger.Setup;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Writes a setup in canonical form: what is as by default is left out, so that a text says what was decided. */
public final class SetupText {

    private final JsonLines out = new JsonLines();

    private SetupText() {}

    /**
     * Returns the text of a setup.
     *
     * @param setup the setup
     * @return a text that {@link SetupReader} reads
     * @throws io.claviger.ConfigurationException if the text would break a rule of the format
     */
    public static String of(Setup setup) {
        String text = new SetupText().write(setup);
        // nothing is handed out that could not be read again
        var unused = SetupReader.read(text);
        return text;
    }

    private String write(Setup setup) {
        out.beginObject();
        out.number(SetupMember.VERSION.key(), SetupRules.VERSION);
        out.beginArray(SetupMember.INTEGRATIONS.key());
        setup.integrations().forEach(this::integration);
        out.endArray();
        out.beginArray(SetupMember.LINKS.key());
        setup.links().forEach(this::link);
        out.endArray();
        out.endObject();
        return out + "\n";
    }

    private void integration(IntegrationSetup integration) {
        out.beginElement();
        out.string(SetupMember.ALIAS.key(), integration.alias());
        out.string(SetupMember.PROVIDER.key(), integration.provider());
        owner(integration.owner());
        settings(integration);
        strings(SetupMember.SCOPE, integration.scope().patterns());
        if (integration.allowedDomains().restricted()) {
            out.string(
                    SetupMember.ALLOWED_DOMAINS.key(),
                    integration.allowedDomains().toString());
        }
        if (integration.sessions() != Sessions.NONE) {
            out.string(SetupMember.SESSIONS.key(), integration.sessions().name().toLowerCase(Locale.ROOT));
        }
        strings(SetupMember.HOST_SETTINGS, List.copyOf(new TreeSet<>(integration.hostSettings())));
        out.endObject();
    }

    private void settings(IntegrationSetup integration) {
        if (!integration.settings().asMap().isEmpty()) {
            out.beginObject(SetupMember.SETTINGS.key());
            integration.settings().asMap().forEach(out::string);
            out.endObject();
        }
    }

    private void strings(SetupMember member, List<String> texts) {
        if (!texts.isEmpty()) {
            out.beginArray(member.key());
            texts.forEach(out::element);
            out.endArray();
        }
    }

    private void link(Link link) {
        out.beginElement();
        out.string(SetupMember.NAME.key(), link.name());
        link.environment().ifPresent(environment -> out.string(SetupMember.ENVIRONMENT.key(), environment));
        owner(link.owner());
        out.string(SetupMember.REFERENCE.key(), link.reference().toString());
        flag(SetupMember.ENABLED, link.enabled(), true);
        flag(SetupMember.FALLBACK, link.fallback(), false);
        if (link.allowedDomains().restricted()) {
            out.string(SetupMember.ALLOWED_DOMAINS.key(), link.allowedDomains().toString());
        }
        out.endObject();
    }

    private void flag(SetupMember member, boolean value, boolean standard) {
        if (value != standard) {
            out.flag(member.key(), value);
        }
    }

    private void owner(Owner owner) {
        owner.actor().ifPresent(actor -> out.string(SetupMember.OWNER.key(), actor.id()));
    }
}
