package io.claviger.internal.integration;

import io.claviger.Actor;
import io.claviger.Settings;
import org.jspecify.annotations.Nullable;

/**
 * All settings of one generation of an integration, and who gave them, which decides how far its connections may go.
 *
 * @param settings how to reach the vault
 * @param byActor whether an actor gave them, or a file that is not the host's; {@code false} if the host itself did
 */
public record GivenSettings(Settings settings, boolean byActor) {

    /**
     * Returns settings that somebody gives.
     *
     * @param actor who gives them; {@code null} for the host itself
     * @param settings all settings
     * @return the settings with their origin
     */
    public static GivenSettings by(@Nullable Actor actor, Settings settings) {
        return new GivenSettings(settings, actor != null);
    }
}
