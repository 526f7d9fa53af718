package io.claviger.model;

import io.claviger.Operation;
import java.util.List;

/**
 * What could be seen of one step.
 *
 * @param answer what the actor was answered
 * @param contacts what the vaults were asked for meanwhile
 * @param refusals the refusals that events told of
 */
record Observed(Answer answer, List<Contact> contacts, List<Operation> refusals) {}
