package org.patchbay.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.CustomerErasure;
import org.patchbay.customers.Customers;
import org.patchbay.identity.Actor;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tickets.TicketErasure;
import org.patchbay.timers.Timers;

/** Answers what admins ask of erasures. */
@ApplicationScoped
class Erasures {

    private static final int MOST_NAMED = 20;

    private final CustomerErasure customer;
    private final Customers customers;
    private final TicketErasure tickets;
    private final Timers timers;
    private final Audit audit;

    Erasures(CustomerErasure customer, Customers customers, TicketErasure tickets, Timers timers, Audit audit) {
        this.customer = customer;
        this.customers = customers;
        this.tickets = tickets;
        this.timers = timers;
        this.audit = audit;
    }

    /**
     * Erases who the customer is, with those who were joined to them, and has the rest follow.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code still-referred-to} where they have live tickets that
     * are not to be cancelled, {@code conflict} where they work here, too
     */
    @Transactional
    ErasureView request(Actor admin, long id, boolean cancelTickets) {
        if (customer.lock(id)) {
            return read(id);
        }
        if (!cancelTickets) {
            refuseLive(id);
        }
        for (long joined : customer.withJoined(id)) {
            if (joined == id || !customer.lock(joined)) {
                begin(admin, joined);
            }
        }
        return read(id);
    }

    private void begin(Actor admin, long id) {
        var erasure = Erasure.begin(id, customer.erase(id), admin.accountId());
        timers.set(ErasureRound.KIND, erasure.id, erasure.round, erasure.requestedAt);
        audit.record(Action.CUSTOMER_ERASURE_REQUESTED, id, null, null);
    }

    @Transactional
    ErasureView read(long id) {
        customers.read(id);
        return Erasure.ofCustomer(id)
                .map(ErasureView::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(PrivacyWords.NO_ERASURE, id));
    }

    private void refuseLive(long id) {
        var live = tickets.liveOf(id);
        if (!live.isEmpty()) {
            throw ProblemType.STILL_REFERRED_TO
                    .problem(PrivacyWords.LIVE_TICKETS, live.size())
                    .with("tickets", live.subList(0, Math.min(live.size(), MOST_NAMED)))
                    .build();
        }
    }
}
