package org.patchbay.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.patchbay.replay.Findings.Order;

/**
 * Replays the commits, and holds each decision against the state of the world just before it.
 *
 * <p>Each decision must be admissible, exactly, because the deciding transaction holds the locks of the agent and the
 * ticket. Each must be in order but for concurrent changes: a matcher passes over locked rows, and does not see commits
 * after its look. Then the log shows another transaction on the passed-over rows, or soon will: a vain holder of a
 * lock, such as a refused request, leaves no trace, but others follow it.
 */
public final class Replay {

    private final World world = new World();
    private final Turns turns = new Turns(world);
    private final Findings findings = new Findings();
    private final Rules rules;
    private final Touches touches;
    private final BiFunction<Claim, World, Optional<Claim>> instead;

    private Replay(List<Transaction> history, Duration notAgainFor, BiFunction<Claim, World, Optional<Claim>> instead) {
        this.rules = new Rules(world, turns, notAgainFor);
        this.touches = new Touches(history);
        this.instead = instead;
    }

    public static Findings of(List<Transaction> history, Duration notAgainFor) {
        return of(history, notAgainFor, (claim, world) -> Optional.of(claim));
    }

    /** As if each decision had been another. Later commits stay as they were. */
    public static Findings of(List<Transaction> history, Duration notAgainFor, Forgery forgery) {
        return of(history, notAgainFor, forgery::of);
    }

    private static Findings of(
            List<Transaction> history, Duration notAgainFor, BiFunction<Claim, World, Optional<Claim>> instead) {
        var replay = new Replay(history, notAgainFor, instead);
        for (int i = 0; i < history.size(); i++) {
            replay.replay(history.subList(0, i + 1));
        }
        return replay.findings;
    }

    /** The tickets that wait in the end although a free agent may have them. */
    public static List<String> waitingInVain(List<Transaction> history, Duration notAgainFor, Instant now) {
        var world = new World();
        history.forEach(transaction -> transaction.changes().forEach(change -> world.apply(change, transaction)));
        var rules = new Rules(world, new Turns(world), notAgainFor);
        return world.waiting()
                .flatMap(ticket -> world.all("agent").stream()
                        .filter(agent -> rules.objection(agent, ticket, now).isEmpty())
                        .map(agent -> "ticket " + ticket.id() + " could be agent " + agent.id() + "'s"))
                .toList();
    }

    private void replay(List<Transaction> history) {
        var transaction = history.getLast();
        for (var change : transaction.changes()) {
            if (change.isInsertInto("assignment")) {
                var claim = Claim.of(history, change.after());
                instead.apply(claim, world).ifPresent(this::check);
                checkUnits(claim);
                follow(claim);
                world.sendToTheBack(claim.agent(), claim.decided());
            }
            if (change.table().equals("assignment")
                    && change.after() != null
                    && change.after().has("ended_at")) {
                findings.outcome(change.after().text("status"));
            }
            world.apply(change, transaction);
            if (change.isInsertInto("ticket")) {
                turns.begin(change.after());
            }
        }
        turns.follow(transaction);
        transaction.changes().stream()
                .map(change -> switch (change.table()) {
                    case "agent" -> wrongLoad(change.row().id());
                    case "ticket" -> wrongHolder(change.row().id());
                    default -> Optional.<String>empty();
                })
                .flatMap(Optional::stream)
                .forEach(wrong -> findings.object(wrong + " at " + transaction.committedAt()));
    }

    private void checkUnits(Claim claim) {
        int cost = world.cost(
                world.agent(claim.agent()), world.ticket(claim.ticket()).text("channel"));
        if (claim.assignment().number("units") != cost) {
            findings.object(claim + ": it costs " + cost);
        }
    }

    private void follow(Claim claim) {
        long queue = world.ticket(claim.ticket()).number("queue_id");
        if (world.queue(queue).text("distribution").equals("ROUND_ROBIN")) {
            turns.served(queue, claim);
        }
    }

    private Optional<String> wrongLoad(long id) {
        var agent = world.agent(id);
        int load = world.load(id);
        return load == agent.number("load_units") && load <= World.capacity(agent)
                ? Optional.empty()
                : Optional.of("agent " + id + " holds " + load + " of " + World.capacity(agent) + ", and it says "
                        + agent.number("load_units"));
    }

    private Optional<String> wrongHolder(long id) {
        var ticket = world.ticket(id);
        boolean withAgent = List.of("OFFERED", "IN_PROGRESS").contains(ticket.text("status"));
        var expected = withAgent ? List.of(ticket.number("agent_id")) : List.of();
        var holders = world.holdersOf(id);
        return holders.equals(expected)
                ? Optional.empty()
                : Optional.of("ticket " + id + " is " + ticket.text("status") + " and held by " + holders);
    }

    private void check(Claim claim) {
        int before = findings.objections().size();
        var agent = world.agent(claim.agent());
        var ticket = world.ticket(claim.ticket());
        inadmissible(claim, agent, ticket)
                .ifPresentOrElse(
                        reason -> findings.object(claim + ": " + reason), () -> checkOrder(claim, agent, ticket));
        findings.decision(findings.objections().size() > before);
    }

    private void checkOrder(Claim claim, Row agent, Row ticket) {
        if (!claim.wasChosen()) {
            checkTickets(claim, agent, ticket);
        }
        if (claim.soughtAgent()) {
            checkAgents(claim, agent, ticket);
        }
    }

    /** An agent whom a supervisor chooses need not serve the queue, nor have the skills. */
    private Optional<String> inadmissible(Claim claim, Row agent, Row ticket) {
        if (!world.holdersOf(ticket.id()).isEmpty()) {
            return Optional.of("it is held by " + world.holdersOf(ticket.id()));
        }
        if (claim.wasChosen()) {
            return rules.noRoom(agent, ticket).map(reason -> "the agent " + reason);
        }
        return ticket.text("status").equals("OPEN") || claim.opensItsTicket()
                ? rules.objection(agent, ticket, claim.decided()).map(reason -> "the agent " + reason)
                : Optional.of("it is " + ticket.text("status"));
    }

    /** The agent gets the best of the tickets that they could take. */
    private void checkTickets(Claim claim, Row agent, Row ticket) {
        var others = world.waiting()
                .filter(other -> other.id() != ticket.id() && rules.couldTake(agent, other, claim))
                .toList();
        var better = others.stream()
                .filter(other -> rules.comesBefore(other, ticket))
                .toList();
        judge(claim, "tickets", others, better, other -> touches.ofTicket(other.id(), claim));
    }

    /** The ticket goes to the first of the agents who could take it. */
    private void checkAgents(Claim claim, Row agent, Row ticket) {
        var others = world.all("agent").stream()
                .filter(other -> other.id() != agent.id() && rules.couldTake(other, ticket, claim))
                .toList();
        var better = rules.required(ticket, claim.decided()).stream()
                .map(required -> others.stream()
                        .filter(other -> rules.comesBefore(other, agent, ticket, required))
                        .toList())
                .min(Comparator.comparing(List::size))
                .orElseThrow();
        judge(claim, "agents", others, better, other -> touches.ofAgent(other.id(), claim));
    }

    private void judge(
            Claim claim, String what, List<Row> others, List<Row> better, Function<Row, Stream<Transaction>> touching) {
        var order = better.stream()
                .map(other -> order(claim, touching.apply(other).toList()))
                .max(Comparator.naturalOrder())
                .orElse(others.isEmpty() ? Order.ONLY : Order.FIRST);
        findings.order(order);
        if (order == Order.WRONG) {
            findings.object(claim + ": before came the " + what + " "
                    + better.stream().map(Row::id).toList());
        }
    }

    private static Order order(Claim claim, List<Transaction> touching) {
        if (touching.stream().anyMatch(claim::overlaps)) {
            return Order.BESIDE;
        }
        return touching.stream().anyMatch(claim::isNear) ? Order.NEAR : Order.WRONG;
    }
}
