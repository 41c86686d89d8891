package org.patchbay.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The rules of eligibility and order, in the plainest words: every agent and every ticket are looked at. */
final class Rules {

    private final World world;
    private final Turns turns;
    private final Duration notAgainFor;

    Rules(World world, Turns turns, Duration notAgainFor) {
        this.world = world;
        this.turns = turns;
        this.notAgainFor = notAgainFor;
    }

    /** Why the agent has no room for the ticket. */
    Optional<String> noRoom(Row agent, Row ticket) {
        var channel = ticket.text("channel");
        int load = world.load(agent.id());
        int cost = world.cost(agent, channel);
        if (agent.has("deleted_at")) {
            return Optional.of("is deleted");
        }
        if (!agent.text("presence").equals("AVAILABLE")) {
            return Optional.of("is " + agent.text("presence"));
        }
        if (load + cost > World.capacity(agent)) {
            return Optional.of("holds " + load + " of " + World.capacity(agent) + " and it costs " + cost);
        }
        return world.isAtLimit(agent.id(), channel) ? Optional.of("is at the limit of " + channel) : Optional.empty();
    }

    /** Why the agent may not have the ticket, if that was its requirement. */
    Optional<String> unfit(Row agent, Row ticket, RequiredLevels required) {
        long queue = ticket.number("queue_id");
        if (world.queue(queue).has("deleted_at")
                || world.tier(agent.id(), queue).isEmpty()) {
            return Optional.of("does not serve queue " + queue);
        }
        if (required.target() != null && required.target() != agent.id()) {
            return Optional.of("is not agent " + required.target());
        }
        return required.levels().entrySet().stream()
                .filter(skill -> world.level(agent.id(), skill.getKey()) < skill.getValue())
                .map(skill -> "has skill " + skill.getKey() + " at " + world.level(agent.id(), skill.getKey())
                        + ", not " + skill.getValue())
                .findFirst();
    }

    /** Why the agent may not be given the ticket at that moment. */
    Optional<String> objection(Row agent, Row ticket, Instant time) {
        return noRoom(agent, ticket)
                .or(() -> unfit(agent, ticket, World.required(ticket, World.age(ticket, time))))
                .or(() -> refused(agent, ticket, time));
    }

    private Optional<String> refused(Row agent, Row ticket, Instant time) {
        return world.refusedSince(time.minus(notAgainFor), agent.id(), ticket.id())
                ? Optional.of("refused it just before")
                : Optional.empty();
    }

    /** The possible requirements of the ticket then: it relaxes once its timer has fired, not at the very moment. */
    Set<RequiredLevels> required(Row ticket, Instant time) {
        long last = World.age(ticket, time);
        return LongStream.rangeClosed(Math.min(world.ageOfItsPool(ticket), last), last)
                .mapToObj(age -> World.required(ticket, age))
                .collect(Collectors.toSet());
    }

    /**
     * Whether the agent could be given the ticket, under each of its possible requirements, by a search that began
     * before.
     */
    boolean couldTake(Row agent, Row ticket, Claim claim) {
        return noRoom(agent, ticket).isEmpty()
                && refused(agent, ticket, claim.began()).isEmpty()
                && required(ticket, claim.decided()).stream()
                        .allMatch(required -> unfit(agent, ticket, required).isEmpty());
    }

    /** Whether one ticket comes before another that the same agent could take. */
    boolean comesBefore(Row one, Row other) {
        return Comparator.<Row>comparingLong(ticket -> ticket.number("priority"))
                        .thenComparingLong(
                                ticket -> world.queue(ticket.number("queue_id")).number("priority"))
                        .thenComparing(ticket -> ticket.time("opened_at"))
                        .thenComparing(Row::id)
                        .compare(one, other)
                < 0;
    }

    /** Whether one agent comes before another who could take the same ticket; false where that is too close to call. */
    boolean comesBefore(Row one, Row other, Row ticket, RequiredLevels required) {
        long queue = ticket.number("queue_id");
        var distribution = world.queue(queue).text("distribution");
        int place =
                switch (distribution) {
                    case "LONGEST_IDLE" -> 0;
                    case "ROUND_ROBIN" -> turns.compare(queue, one.id(), other.id());
                    case "LEAST_LOADED" -> Long.compare(part(one), part(other));
                    case "BEST_SKILLED" -> Integer.compare(score(other, required), score(one, required));
                    case "RANKED" ->
                        Integer.compare(
                                world.tier(one.id(), queue).orElseThrow(),
                                world.tier(other.id(), queue).orElseThrow());
                    default -> throw new IllegalStateException("There is no distribution " + distribution);
                };
        if (distribution.equals("ROUND_ROBIN") && turns.areTooClose(queue, one.id(), other.id())) {
            return false;
        }
        if (place != 0) {
            return place < 0;
        }
        int idle = one.time("idle_since").compareTo(other.time("idle_since"));
        return idle < 0 || idle == 0 && one.id() < other.id();
    }

    /** The used part of the capacity, in millionths. */
    private long part(Row agent) {
        return world.load(agent.id()) * 1_000_000L / World.capacity(agent);
    }

    private int score(Row agent, RequiredLevels required) {
        return required.levels().keySet().stream()
                .mapToInt(skill -> world.level(agent.id(), skill))
                .sum();
    }
}
