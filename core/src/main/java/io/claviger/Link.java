package io.claviger;

/**
 * A name and where its value lives.
 *
 * @param name the secret name: 1 to 128 letters, digits and {@code _ . -}, in Unicode normal form C
 * @param reference where the value lives
 * @param enabled whether the name may be resolved
 */
public record Link(String name, SecretReference reference, boolean enabled) {}
