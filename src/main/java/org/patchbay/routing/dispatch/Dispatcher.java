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
import org.patchbay.routing.Router;
import org.patchbay.routing.dispatch.Command.Opening;
import org.patchbay.routing.dispatch.Command.Stepping;
import org.patchbay.routing.matching.AssignmentTransaction;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.idempotency.KeyedRequest;
import org.patchbay.shared.persistence.CommitInDoubt;
import org.patchbay.shared.persistence.GroupCommit;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.tickets.NewTicket;
import org.patchbay.tickets.Ticket;
import org.patchbay.tickets.TicketDispatch;
import org.patchbay.tickets.TicketEventType;
import org.patchbay.tickets.TicketOpening;
import org.patchbay.tickets.TicketStatus.Step;
import org.patchbay.tickets.TicketView;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
    private final Router router;
    private final AssignmentTransaction transaction;
    private final Idempotency idempotency;
    private final CurrentOrganisation currentOrganisation;
    private final ConcurrentMap<String, GroupCommit<Command>> groups = new ConcurrentHashMap<>();

    Dispatcher(
            Road road,
            Router router,
            AssignmentTransaction transaction,
            Idempotency idempotency,
            CurrentOrganisation currentOrganisation,
            MeterRegistry registry) {
        this.road = road;
        this.router = router;
        this.transaction = transaction;
        this.idempotency = idempotency;
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
        Supplier<Command> anew = () -> new Opening(opening, opening.locked());
        if (Transactions.isUnderWay()) {
            return alone(opening.keyed(), anew);
        }
        if (opening.reportedOrder() != null) {
            return together(new Opening(opening, null), anew);
        }
        NewTicket made;
        try {
            made = Transactions.inNew(opening::made);
        } catch (HttpProblem refusal) {
            if (opening.keyed() == null) {
                throw refusal;
            }
            // A repetition gets the answer of the first time, whatever refuses it by now.
            return aloneAfterwards(opening.keyed(), anew);
        }
        return together(new Opening(opening, made), anew);
    }

    @Override
    public TicketView take(TicketStep step) {
        Supplier<Command> anew = () -> new Stepping(step);
        return Transactions.isUnderWay() ? alone(step.request(), anew) : together(anew.get(), anew);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(@Nullable Actor actor, Ticket ticket, Step step, @Nullable String note) {
        road.follow(actor, ticket, step, note);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void callBack(@Nullable Actor actor, Ticket ticket, String why) {
        ticket.becomesCallback();
        router.waitIn(ticket.queueId(), ticket);
        ticket.record(TicketEventType.DEFERRED, actor, why);
        transaction.seekFor(ticket);
    }

    private TicketView together(Command command, Supplier<Command> anew) {
        groups.computeIfAbsent(
                        currentOrganisation.resolveTenantId(),
                        organisation -> new GroupCommit<>(MOST_TOGETHER, PATIENCE, this::together))
                .run(command);
        var answer = command.answer();
        return answer == null ? aloneAfterwards(command.keyed(), anew) : answer;
    }

    private TicketView aloneAfterwards(@Nullable KeyedRequest keyed, Supplier<Command> command) {
        return Transactions.inNew(() -> alone(keyed, command));
    }

    private TicketView alone(@Nullable KeyedRequest keyed, Supplier<Command> command) {
        return idempotency.once(keyed, TicketView.class, () -> road.alone(command.get()));
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
