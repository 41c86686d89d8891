package org.patchbay.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The findings of a replay. */
public final class Findings {

    /** The relation of a choice to all other possible ones. */
    public enum Order {
        /** There was no other. */
        ONLY,
        /** The choice came first. */
        FIRST,
        /** Candidates before it were being changed by others. */
        BESIDE,
        /** Candidates before it were changed by others a moment before or after: a vain attempt leaves no trace. */
        NEAR,
        /** Another candidate came before it. */
        WRONG
    }

    private final List<String> objections = new ArrayList<>();
    private final Map<Order, Integer> orders = new EnumMap<>(Order.class);
    private final Set<String> outcomes = new TreeSet<>();
    private int decisions;
    private int wrongDecisions;

    void object(String objection) {
        objections.add(objection);
    }

    void order(Order order) {
        orders.merge(order, 1, Integer::sum);
    }

    void decision(boolean wrong) {
        decisions++;
        wrongDecisions += wrong ? 1 : 0;
    }

    void outcome(String status) {
        outcomes.add(status);
    }

    public List<String> objections() {
        return objections;
    }

    public int decisions() {
        return decisions;
    }

    public int wrongDecisions() {
        return wrongDecisions;
    }

    /** The ends of assignments. */
    public Set<String> outcomes() {
        return outcomes;
    }

    /** The number of choices in this relation: of a ticket among tickets, or of an agent among agents. */
    public int count(Order order) {
        return orders.getOrDefault(order, 0);
    }

    @Override
    public String toString() {
        return decisions + " decisions, " + wrongDecisions + " wrong; choices: " + orders;
    }
}
