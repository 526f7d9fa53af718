package io.claviger.internal.reference;

/**
 * What is wrong with a part of a reference.
 *
 * @param index where in the text that was looked at, counted from 0
 * @param reason one sentence
 * @param remedy one sentence
 */
record Fault(int index, String reason, String remedy) {

    String sentences() {
        return reason + " " + remedy;
    }
}
