package org.patchbay.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.attachments.Attachments;
import org.patchbay.audit.Action;
import org.patchbay.audit.Action.Subject;
import org.patchbay.audit.Audit;
import org.patchbay.audit.AuditErasure;
import org.patchbay.customers.CustomerErasure;
import org.patchbay.customers.Customers;
import org.patchbay.identity.Traces;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.time.Times;
import org.patchbay.tickets.TicketErasure;
import org.patchbay.timers.DueTimer;
import org.patchbay.timers.TimerHandler;
import org.patchbay.timers.TimerKind;
import org.patchbay.timers.Timers;

/**
 * Erases what else there is of a customer, some of it in each transaction, which sets the timer for the next one: so it
 * goes on after whatever happens, on any replica, and each step is done once. It sees what is done by what is left, not
 * by a note of it.
 */
@ApplicationScoped
class ErasureRound implements TimerHandler<Long> {

    /** The payload is the number of the round: each is done once. */
    static final TimerKind<Long> KIND = TimerKind.ofNumber("erase-customer");

    private final CustomerErasure customer;
    private final TicketErasure tickets;
    private final AuditErasure entries;
    private final Attachments attachments;
    private final Traces traces;
    private final Idempotency idempotency;
    private final Timers timers;
    private final Audit audit;
    private final int batch;

    ErasureRound(
            CustomerErasure customer,
            TicketErasure tickets,
            AuditErasure entries,
            Attachments attachments,
            Traces traces,
            Idempotency idempotency,
            Timers timers,
            Audit audit,
            PrivacyConfig config) {
        this.customer = customer;
        this.tickets = tickets;
        this.entries = entries;
        this.attachments = attachments;
        this.traces = traces;
        this.idempotency = idempotency;
        this.timers = timers;
        this.audit = audit;
        this.batch = config.batch();
    }

    @Override
    public TimerKind<Long> kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer<Long> timer) {
        var erasure = Erasure.lock(timer.subjectId()).orElseThrow();
        if (erasure.isDone() || erasure.round != timer.payload()) {
            return;
        }
        if (eraseOrders(erasure) || eraseTickets(erasure) || eraseEntries(erasure)) {
            erasure.round++;
            timers.set(KIND, erasure.id, erasure.round, Times.now());
        } else {
            finish(erasure);
        }
    }

    /** First: whoever opens a ticket about an order has done so by then, and nobody does afterwards. */
    private boolean eraseOrders(Erasure erasure) {
        var erased = customer.eraseOrders(erasure.customerId, batch);
        tickets.renumber(erased);
        erasure.orders += erased.size();
        return !erased.isEmpty();
    }

    /** A ticket that was opened before is committed by now. */
    private boolean eraseTickets(Erasure erasure) {
        customer.lock(erasure.customerId);
        var erased = tickets.eraseOf(erasure.customerId, actingIds(erasure.customerId), batch);
        erasure.tickets += erased.tickets();
        erasure.auditEntries += erased.auditEntries();
        return erased.tickets() > 0;
    }

    private List<Long> actingIds(long id) {
        var customers = customer.withJoined(id);
        return Stream.concat(
                        Erasure.accountsOf(customers).stream(),
                        customers.stream().map(Customers::actingId))
                .toList();
    }

    /** Names first: the entries about the customer tell the addresses that they had before. */
    private boolean eraseEntries(Erasure erasure) {
        var names = new HashSet<>(erasure.names());
        names.addAll(entries.addressesOf(erasure.customerId));
        traces.erase(names, erasure.requestedAt);
        int erased = entries.eraseOfNames(names, batch);
        if (erased == 0) {
            erased = entries.eraseOf(Subject.CUSTOMER, erasure.customerId, batch)
                    + entries.eraseOfDeletedOrders(erasure.customerId, batch);
            if (erasure.accountId != null) {
                erased += entries.eraseOf(Subject.ACCOUNT, erasure.accountId, batch)
                        + entries.eraseBy(erasure.accountId, batch);
            }
        }
        erasure.auditEntries += erased;
        return erased > 0;
    }

    private void finish(Erasure erasure) {
        idempotency.erase(erasure.customerId, erasure.accountId);
        idempotency.erase(erasure.customerId, Customers.actingId(erasure.customerId));
        if (erasure.accountId != null) {
            attachments.eraseUnsaid(erasure.accountId);
        }
        erasure.done();
        audit.record(Action.CUSTOMER_ERASED, erasure.customerId, null, ErasureView.of(erasure));
    }
}
