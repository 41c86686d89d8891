package org.patchbay.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The transactions that touched an agent or ticket, and so held its lock until they were committed. */
final class Touches {

    /** A transaction that changes these holds the locks of all agents. */
    private static final Set<String> ROSTER = Set.of("pool", "queue", "queue_member", "org_group", "channel_setting");

    private final Map<String, List<Transaction>> touched = new HashMap<>();
    private final List<Transaction> touchedAllAgents = new ArrayList<>();

    Touches(List<Transaction> history) {
        for (var transaction : history) {
            var what = new HashSet<String>();
            for (var change : transaction.changes()) {
                add(what, change);
            }
            what.forEach(each ->
                    touched.computeIfAbsent(each, first -> new ArrayList<>()).add(transaction));
            if (transaction.changes().stream().anyMatch(change -> ROSTER.contains(change.table()))) {
                touchedAllAgents.add(transaction);
            }
        }
    }

    /** Decisions and lines of history name agents without touching their rows. */
    private static void add(Set<String> what, Change change) {
        var row = change.row();
        switch (change.table()) {
            case "agent" -> what.add("agent " + row.id());
            case "ticket" -> what.add("ticket " + row.id());
            case "assignment", "agent_skill", "agent_limit", "seat", "sign_of_life" ->
                what.add("agent " + row.number("agent_id"));
            default -> {
                // Other tables make nobody wait.
            }
        }
    }

    /** Transactions of others that touched the agent. */
    Stream<Transaction> ofAgent(long agent, Claim claim) {
        return Stream.concat(
                others("agent " + agent, claim),
                touchedAllAgents.stream()
                        .filter(each -> each.number() != claim.transaction().number()));
    }

    /** Transactions of others that touched the ticket. */
    Stream<Transaction> ofTicket(long ticket, Claim claim) {
        return others("ticket " + ticket, claim);
    }

    private Stream<Transaction> others(String what, Claim claim) {
        return touched.getOrDefault(what, List.of()).stream()
                .filter(each -> each.number() != claim.transaction().number());
    }
}
