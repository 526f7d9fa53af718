package io.claviger.benchmarks.report;

import java.util.OptionalDouble;

/**
 * What a measured number must keep to.
 *
 * @param operation what is measured
 * @param atMost whether the limit is an upper one
 * @param limit the limit
 * @param unit of limit and measured number, with the space before it if it wants one
 * @param measured what was measured; empty if it was not
 */
public record Target(String operation, boolean atMost, double limit, String unit, OptionalDouble measured) {

    static Target atMost(String operation, double limit, String unit, OptionalDouble measured) {
        return new Target(operation, true, limit, unit, measured);
    }

    static Target atLeast(String operation, double limit, String unit, OptionalDouble measured) {
        return new Target(operation, false, limit, unit, measured);
    }

    String limitText() {
        return (atMost ? "≤ " : "≥ ") + Numbers.text(limit) + unit;
    }

    String measuredText() {
        return measured.isPresent() ? Numbers.text(measured.getAsDouble()) + unit : "not measured";
    }

    String verdict() {
        return measured.isPresent() ? verdict(measured.getAsDouble()) : "open";
    }

    private String verdict(double value) {
        if (atMost ? value <= limit : value >= limit) {
            return "met";
        }
        double distance = Math.abs(value - limit);
        String share = limit == 0 ? "" : " (" + Numbers.text(100 * distance / limit) + " %)";
        return "missed by " + Numbers.text(distance) + unit + share;
    }
}
