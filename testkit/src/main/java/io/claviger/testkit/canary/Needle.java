package io.claviger.testkit.canary;

/**
 * One spelling of a secret.
 *
 * @param spelling what it is called: {@code base64} for example
 * @param form what is done to a text before it is looked for
 * @param text the spelling
 */
record Needle(String spelling, Haystack.Form form, String text) {}
