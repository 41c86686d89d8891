package org.patchbay.benchmark;

import java.util.Locale;

/** A figure that is to be reached, in the order of the table at the end. */
enum Goal {
    RATIO("life cycle / floor", Bound.AT_LEAST, 0.4, ""),
    ROUND_TRIPS("round trips a ticket at full load", Bound.AT_MOST, 6, ""),
    COMMITS("commits that write, a ticket, at full load", Bound.AT_MOST, 0.5, ""),
    ASSIGNMENT("open to assigned, p99 at half load", Bound.AT_MOST, 20, "ms"),
    OPENING("opening, p50 at half load", Bound.AT_MOST, 8, "ms"),
    PROCESSOR("processor time of application + MySQL / floor's", Bound.AT_MOST, 2.5, ""),
    ROUTING("decisions of routing / tickets of the life cycle", Bound.AT_LEAST, 0.5, ""),
    REPLICAS("two replicas / one, on the same cores", Bound.AT_LEAST, 0.95, ""),
    BACKLOG("1 million resolved, 10,000 waiting / none", Bound.AT_MOST, 1.1, ""),
    FIRST_SECONDS("first 30 s after start / later throughput", Bound.AT_LEAST, 0.5, ""),
    IDLE("10,000 idle organisations, of a core", Bound.AT_MOST, 1, "%"),
    MEMORY("resident memory after the life cycle (JVM)", Bound.AT_MOST, 320, "MB");

    private enum Bound {
        AT_LEAST,
        AT_MOST
    }

    private final String title;
    private final Bound bound;
    private final double limit;
    private final String unit;

    Goal(String title, Bound bound, double limit, String unit) {
        this.title = title;
        this.bound = bound;
        this.limit = limit;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    boolean isMetBy(double figure) {
        return bound == Bound.AT_LEAST ? figure >= limit : figure <= limit;
    }

    /** Such as {@code >= 0.4}. */
    String text() {
        return (bound == Bound.AT_LEAST ? ">= " : "<= ")
                + (limit == Math.rint(limit) ? String.format(Locale.ROOT, "%.0f", limit) : Double.toString(limit));
    }
}
