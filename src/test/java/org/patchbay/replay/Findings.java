package org.patchbay.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a replay found. */
public final class Findings {

    /** How it was between what was chosen and all else that could have been. */
    public enum Order {
        /** There was nothing else. */
        ONLY,
        /** It came before all else. */
        FIRST,
        /** What came before it was being changed by others. */
        BESIDE,
        /** What came before it was changed by others a moment before or after: who tries in vain leaves no trace. */
        NEAR,
        /** Something came before it. */
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

    /** What became of assignments. */
    public Set<String> outcomes() {
        return outcomes;
    }

    /** How often it was so: of a ticket among tickets, or of an agent among agents. */
    public int count(Order order) {
        return orders.getOrDefault(order, 0);
    }

    @Override
    public String toString() {
        return decisions + " decisions, " + wrongDecisions + " wrong; choices: " + orders;
    }
}
