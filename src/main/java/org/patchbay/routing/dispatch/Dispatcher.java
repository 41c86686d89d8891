package org.patchbay.routing.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Actor;
import org.patchbay.routing.dispatch.Command.Opening;
import org.patchbay.routing.dispatch.Command.Stepping;
import org.patchbay.shared.persistence.CommitInDoubt;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketOpening;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/**
 * Carries out what is asked of tickets, of each organisation what came at the same time in one transaction. Where that
 * is not possible, because it is refused or others hold what it needs, the caller carries it out alone, waits for
 * locks, and gets the refusal.
 */
@ApplicationScoped
class Dispatcher implements TicketDispatch {

    /** One transaction takes so long that few more would come meanwhile. */
    private static final int MOST_TOGETHER = 64;

    /** Longer than any group lasts that is not stuck behind a lock, and shorter than callers wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Road road;
    private final CurrentOrganisation currentOrganisation;
    private final ConcurrentMap<String, GroupCommit<Command>> groups = new ConcurrentHashMap<>();

    Dispatcher(Road road, CurrentOrganisation currentOrganisation, MeterRegistry registry) {
        this.road = road;
        this.currentOrganisation = currentOrganisation;
        Gauge.builder("patchbay.commands.waiting", this, Dispatcher::waiting)
                .description("Requests to open tickets, and for steps, that wait until those before them are committed")
                .register(registry);
    }

    private double waiting() {
        return groups.values().stream().mapToInt(GroupCommit::waiting).sum();
    }

    @Override
    public TicketView open(TicketOpening opening) {
        if (Transactions.isUnderWay()) {
            return road.alone(new Opening(opening, opening.locked()));
        }
        var made = opening.reportedOrder() == null ? Transactions.inNew(opening::made) : null;
        return together(new Opening(opening, made), () -> new Opening(opening, opening.locked()));
    }

    @Override
    public TicketView take(TicketStep step) {
        return Transactions.isUnderWay()
                ? road.alone(new Stepping(step))
                : together(new Stepping(step), () -> new Stepping(step));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(@Nullable Actor actor, Ticket ticket, Step step, @Nullable String note) {
        road.follow(actor, ticket, step, note);
    }

    private TicketView together(Command command, Supplier<Command> anew) {
        groups.computeIfAbsent(
                        currentOrganisation.resolveTenantId(),
                        organisation -> new GroupCommit<>(MOST_TOGETHER, PATIENCE, this::together))
                .run(command);
        var answer = command.answer();
        return answer == null ? Transactions.inNew(() -> road.alone(anew.get())) : answer;
    }

    private void together(List<Command> commands) {
        try {
            Transactions.once(() -> road.together(commands)).forEach(Command::answer);
        } catch (CommitInDoubt e) {
            commands.stream().filter(Command::isDone).forEach(command -> command.doubt(e));
        } catch (RuntimeException e) {
            Log.debugf(e, "Each of %d commands is carried out alone", commands.size());
        }
    }
}
