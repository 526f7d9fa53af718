package io.claviger.internal.manager;

import io.claviger.CredentialSource;
import io.claviger.Settings;

/**
 * Where the credentials of an integration come from after a restart.
 *
 * @param settings where they may go: every setting that decides it, and those of the host's own
 * @param source where they come from
 */
public record RegisteredCredentials(Settings settings, CredentialSource source) {}
