package org.patchbay.replay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An agent was given, or offered, a ticket.
 *
 * @param since the first transaction that was committed after the search began
 */
record Claim(Transaction transaction, long since, Row assignment, Row decision) {

    /**
     * The number of transactions that may be logged before one of them is seen by others, and that may end before the
     * holder of a lock notes a time: as many as are committed at once, however long that takes.
     */
    static final int AT_ONCE = 8;

    /** Transactions that make a moment. */
    static final int NEAR = 50;

    /** @param history the transactions up to this one, which has the decision about the assignment's ticket, too */
    static Claim of(List<Transaction> history, Row assignment) {
        var transaction = history.getLast();
        var decision = transaction
                .inserts("decision")
                .filter(row -> row.number("ticket_id") == assignment.number("ticket_id"))
                .findFirst()
                .orElseThrow();
        var claim = new Claim(transaction, transaction.number(), assignment, decision);
        int since = history.size() - 1;
        while (since > 0 && !history.get(since - 1).committedAt().isBefore(claim.began())) {
            since--;
        }
        return new Claim(transaction, since, assignment, decision);
    }

    long agent() {
        return assignment.number("agent_id");
    }

    long ticket() {
        return assignment.number("ticket_id");
    }

    /** The same claim with another agent and ticket. */
    Claim by(long agent, long ticket) {
        return new Claim(transaction, since, assignment.with("agent_id", agent).with("ticket_id", ticket), decision);
    }

    /** Whether the ticket was opened in the same transaction: then it may never have been seen waiting. */
    boolean opensItsTicket() {
        return transaction.inserts("ticket").anyMatch(row -> row.id() == ticket());
    }

    /** An agent was sought for the ticket. */
    boolean soughtAgent() {
        return decision.text("basis").equals("MATCHER");
    }

    boolean wasChosen() {
        return decision.text("basis").equals("SUPERVISOR");
    }

    /** When the search began. */
    Instant began() {
        return decided().minus(decision.number("micros"), ChronoUnit.MICROS);
    }

    /** When the search had ended. */
    Instant decided() {
        return decision.time("at");
    }

    /** Whether the other was committed after this search began, or held locks when it looked. */
    boolean overlaps(Transaction other) {
        return other.number() < transaction.number()
                ? other.number() >= since - AT_ONCE
                : other.number() <= transaction.number() + AT_ONCE
                        || !other.began().isAfter(decided());
    }

    /** Whether the other was committed not long before or after. */
    boolean isNear(Transaction other) {
        return other.number() >= since - NEAR && other.number() <= transaction.number() + NEAR;
    }

    @Override
    public String toString() {
        return decision.text("basis") + " gave ticket " + ticket() + " to agent " + agent() + " at " + decided();
    }
}
