package org.patchbay.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An agent was given, or asked to take, a ticket. */
record Claim(Transaction transaction, Row assignment, Row decision) {

    /** From the time that the log has of a commit until others see it, and from a lock to the first time that is noted. */
    private static final Duration UNSEEN = Duration.ofMillis(100);

    private static final Duration NEAR = Duration.ofSeconds(1);

    long agent() {
        return assignment.number("agent_id");
    }

    long ticket() {
        return assignment.number("ticket_id");
    }

    /** The same, had others been chosen. */
    Claim by(long agent, long ticket) {
        return new Claim(transaction, assignment.with("agent_id", agent).with("ticket_id", ticket), decision);
    }

    /** An agent was sought for the ticket. */
    boolean soughtAgent() {
        return decision.text("basis").equals("MATCHER");
    }

    boolean wasChosen() {
        return decision.text("basis").equals("SUPERVISOR");
    }

    /** When whoever made it began to look. */
    Instant began() {
        return decided().minus(decision.number("micros"), ChronoUnit.MICROS);
    }

    /** When they had looked. */
    Instant decided() {
        return decision.time("at");
    }

    /** Whether the other was committed after this began to look, or held locks when it looked. */
    boolean overlaps(Transaction other) {
        return other.number() < transaction.number()
                ? !other.committedAt().isBefore(began().minus(UNSEEN))
                : !other.began().isAfter(decided().plus(UNSEEN));
    }

    /** Whether the other was committed not long before or after. */
    boolean isNear(Transaction other) {
        return !other.committedAt().isBefore(began().minus(NEAR))
                && !other.committedAt().isAfter(transaction.committedAt().plus(NEAR));
    }

    @Override
    public String toString() {
        return decision.text("basis") + " gave ticket " + ticket() + " to agent " + agent() + " at " + decided();
    }
}
