package io.claviger;

/**
 * What is remembered about the scripts of one origin.
 *
 * @param origin where they come from
 * @param allowed whether they may use secrets
 */
public record ScriptGrant(ScriptOrigin origin, boolean allowed) {}
