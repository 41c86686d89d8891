package org.patchbay.routing.dispatch;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.identity.Actor;
import org.patchbay.routing.dispatch.Command.Opening;
import org.patchbay.routing.dispatch.Command.Stepping;
import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketSteps;
import org.patchbay.tickets.TicketView;

import static java.util.Objects.requireNonNull;

/**
 * The road of commands to the commit, in one transaction: load and lock, decide, write, answer. New tickets are stored
 * and given to free agents before others take steps: an agent who is freed by one takes the best that waits then.
 */
@ApplicationScoped
class Road {

    private final Openings openings;
    private final Steps steps;
    private final EligibilityIndex index;
    private final AssignmentTransaction transaction;
    private final TicketSteps ticketSteps;
    private final Idempotency idempotency;

    Road(
            Openings openings,
            Steps steps,
            EligibilityIndex index,
            AssignmentTransaction transaction,
            TicketSteps ticketSteps,
            Idempotency idempotency) {
        this.openings = openings;
        this.steps = steps;
        this.index = index;
        this.transaction = transaction;
        this.ticketSteps = ticketSteps;
        this.idempotency = idempotency;
    }

    /**
     * Carries out those commands that nothing is in the way of.
     *
     * @return their answers, which hold from the commit on
     */
    Map<Command, TicketView> together(List<Command> commands) {
        var answers = carryOut(withoutRepetitions(commands), new Hold(false));
        answers.forEach((command, answer) -> {
            if (command.keyed() != null) {
                idempotency.remember(command.keyed(), answer);
            }
        });
        return answers;
    }

    /**
     * Carries out a command.
     *
     * @return its answer
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where it is refused
     */
    TicketView alone(Command command) {
        return requireNonNull(carryOut(List.of(command), new Hold(true)).get(command));
    }

    /** Those that were not carried out before, each once. */
    private List<Command> withoutRepetitions(List<Command> commands) {
        var keyed =
                commands.stream().map(Command::keyed).filter(Objects::nonNull).toList();
        var known = new HashSet<>(idempotency.known(keyed));
        return commands.stream()
                .filter(command -> command.keyed() == null || known.add(command.keyed()))
                .toList();
    }

    /** Takes a step, which may be taken, of a ticket whose lock the caller holds. A null actor is the system. */
    void follow(@Nullable Actor actor, Ticket ticket, Step step, @Nullable String note) {
        CurrentVisibility.ofEverything(() -> {
            var hold = new Hold(true);
            steps.carryOut(ticket, step, actor, note, hold);
            letGo(hold);
        });
    }

    /**
     * Gives a ticket, whose lock the caller holds, to an agent, and takes it from its holder.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code agent-at-capacity}, {@code agent-not-eligible}
     */
    void assign(Actor actor, Ticket ticket, long agentId) {
        CurrentVisibility.ofEverything(() -> {
            var hold = new Hold(true);
            steps.assign(actor, ticket, agentId, hold);
            letGo(hold);
        });
    }

    private Map<Command, TicketView> carryOut(List<Command> commands, Hold hold) {
        return CurrentVisibility.ofEverything(() -> {
            openings.carryOut(ofType(Opening.class, commands), hold);
            steps.carryOut(ofType(Stepping.class, commands), hold);
            letGo(hold);
            return answers(commands.stream().filter(Command::isDone).toList(), hold);
        });
    }

    /** An agent is sought at the very end: the transaction may wait for no lock afterwards. */
    private void letGo(Hold hold) {
        hold.letGo(index);
        hold.seeking().forEach(each -> {
            var back = transaction.giveBack(each.heldBefore());
            back.ifPresent(hold::gives);
            if (back.filter(given -> given.id() == each.ticket().id()).isEmpty()) {
                transaction.seekFor(each.ticket()).ifPresent(hold::gives);
            }
        });
    }

    private Map<Command, TicketView> answers(List<Command> done, Hold hold) {
        return done.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        command -> ticketSteps.viewAfterStep(command.actor(), hold.latest(command.ticket()))));
    }

    private static <T extends Command> List<T> ofType(Class<T> type, List<Command> commands) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
