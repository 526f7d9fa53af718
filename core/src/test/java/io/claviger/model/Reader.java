package io.claviger.model;

/**
 * Who reads, in which environment, and where the value is to be sent.
 *
 * @param who who
 * @param environment empty for none in particular
 * @param target where to
 */
record Reader(Who who, String environment, Target target) {}
