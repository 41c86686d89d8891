package org.patchbay.tickets;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Accounts;
import org.patchbay.queues.Queues;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

/** Says how long tickets may still wait. */
@ApplicationScoped
public class Waits {

    private static final int MINUTE = 60;

    private final Lines lines;
    private final Queues queues;
    private final BotPatience botPatience;
    private final Accounts accounts;

    Waits(Lines lines, Queues queues, BotPatience botPatience, Accounts accounts) {
        this.botPatience = botPatience;
        this.accounts = accounts;
        this.lines = lines;
        this.queues = queues;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found} where the current user sees none */
    @Transactional
    public WaitView of(long id) {
        var ticket = Ticket.<Ticket>findByIdOptional(id).orElseThrow(() -> TicketSteps.unknown(id));
        return switch (ticket.status) {
            case OPEN ->
                botOf(ticket).map(name -> new WaitView(null, null, name)).orElseGet(() -> {
                    var known = lines.of(CurrentOrganisation.id());
                    var place = known.places().get(id);
                    return new WaitView(place, place == null ? null : expected(ticket, place, known), null);
                });
            case OFFERED -> new WaitView(1, null, null);
            case IN_PROGRESS, PENDING, RESOLVED, CLOSED, CANCELLED -> WaitView.UNKNOWN;
        };
    }

    private Optional<String> botOf(Ticket ticket) {
        return botPatience
                .botOf(ticket)
                .flatMap(bot -> Optional.ofNullable(bot.apiClientId()))
                .flatMap(accounts::nameOf);
    }

    private @Nullable Long expected(Ticket ticket, int place, Lines.Known known) {
        return Optional.ofNullable(known.secondsEach().get(ticket.queueId))
                .filter(pace -> isOpen(ticket.queueId))
                .map(pace -> MINUTE * Math.max(1, Math.ceilDiv(Math.round(pace * place), MINUTE)))
                .orElse(null);
    }

    private boolean isOpen(long queue) {
        return queues.find(queue)
                .map(each -> queues.openTime(each).includes(Times.now()))
                .orElse(false);
    }
}
