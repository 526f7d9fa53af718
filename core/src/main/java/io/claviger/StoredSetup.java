package io.claviger;

/**
 * What a {@link SetupStore} holds.
 *
 * @param text the text of a {@link Setup}
 * @param revision stands for this text; opaque, and another one after each change
 */
public record StoredSetup(String text, String revision) {}
