package org.patchbay.routing.dispatch;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.groups.CurrentVisibility;
import org.patchbay.routing.dispatch.Command.Ending;
import org.patchbay.routing.dispatch.Command.Opening;
import org.patchbay.routing.pools.EligibilityIndex;
import org.patchbay.tickets.TicketSteps;
import org.patchbay.tickets.TicketView;

import static java.util.Objects.requireNonNull;

/**
 * The road of commands to the commit, in one transaction: load and lock, decide, write, answer. New tickets are stored
 * and given to free agents before others end: an agent who is freed by an end takes the best that waits then.
 */
@ApplicationScoped
class Road {

    private final Openings openings;
    private final Endings endings;
    private final EligibilityIndex index;
    private final TicketSteps steps;

    Road(Openings openings, Endings endings, EligibilityIndex index, TicketSteps steps) {
        this.openings = openings;
        this.endings = endings;
        this.index = index;
        this.steps = steps;
    }

    /**
     * Carries out those commands that nothing is in the way of.
     *
     * @return their answers, which hold from the commit on
     */
    Map<Command, TicketView> together(List<Command> commands) {
        return carryOut(commands, new Hold(false));
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

    private Map<Command, TicketView> carryOut(List<Command> commands, Hold hold) {
        return CurrentVisibility.ofEverything(() -> {
            openings.carryOut(ofType(Opening.class, commands), hold);
            endings.carryOut(ofType(Ending.class, commands), hold);
            hold.letGo(index);
            return answers(commands.stream().filter(Command::isDone).toList(), hold);
        });
    }

    private Map<Command, TicketView> answers(List<Command> done, Hold hold) {
        var views = steps.views(
                done.stream().map(command -> hold.latest(command.ticket())).toList());
        return done.stream()
                .collect(Collectors.toMap(
                        Function.identity(), command -> views.apply(command.actor(), hold.latest(command.ticket()))));
    }

    private static <T extends Command> List<T> ofType(Class<T> type, List<Command> commands) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
