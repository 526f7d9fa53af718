package io.claviger.model;

/** The product and the model do not agree. */
final class Disagreement extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Disagreement(String message) {
        super(message);
    }
}
