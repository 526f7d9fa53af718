package io.claviger.internal.link;

/**
 * What is wrong with a secret name. Shows at most one character of it, because what stands in the place of a name may
 * be anything.
 *
 * @param index where in the text, counted from 0 in UTF-16 units
 * @param reason one sentence
 * @param remedy one sentence
 */
public record NameProblem(int index, String reason, String remedy) {}
