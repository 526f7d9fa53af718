package io.claviger;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * An actor asked for something they may not do. Names the operation and the roles needed, and no more: not whether the
 * integration or name exists.
 */
public final class AccessRefusedException extends ClavigerException {

    private static final long serialVersionUID = 1L;

    private final Operation operation;
    private final transient Set<Role> rolesNeeded;

    /**
     * Creates an exception about one refused operation.
     *
     * @param operation what was asked for
     * @param rolesNeeded the roles that would be permitted; empty if none would be
     */
    public AccessRefusedException(Operation operation, Set<Role> rolesNeeded) {
        super(message(operation, rolesNeeded), null);
        this.operation = operation;
        this.rolesNeeded = Set.copyOf(rolesNeeded);
    }

    private static String message(Operation operation, Set<Role> rolesNeeded) {
        String refused = "Refused: you may not " + operation.description() + ".";
        if (rolesNeeded.isEmpty()) {
            return refused + remedy(operation);
        }
        return refused + " It needs the role "
                + rolesNeeded.stream().sorted().map(Role::name).collect(Collectors.joining(" or ")) + ".";
    }

    private static String remedy(Operation operation) {
        return operation == Operation.USE_SCRIPT
                ? " Script access is off, or not allowed for this collection or workspace: allow it there."
                : " No role permits it.";
    }

    /**
     * Returns what was asked for.
     *
     * @return the operation
     */
    public Operation operation() {
        return operation;
    }

    /**
     * Returns the roles that would be permitted.
     *
     * @return the roles; empty if no role would be
     */
    public Set<Role> rolesNeeded() {
        return rolesNeeded;
    }
}
