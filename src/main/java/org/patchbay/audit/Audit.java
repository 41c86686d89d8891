package org.patchbay.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;
import org.patchbay.audit.AuditContext.Who;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.Arc;

/**
 * Records changes and their actors. An entry belongs to the transaction of its change: both are committed, or neither.
 * It is appended when that transaction commits, after everything else, so that the lock of the organisation's chain is
 * taken last, held shortly, and never held while waiting. So it does not matter when a transaction records.
 */
@ApplicationScoped
public class Audit {

    /** No organisation has this id; entries of strangers there belong to nobody. */
    private static final long UNKNOWN = 0;

    private final AuditContext context;
    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;

    Audit(
            AuditContext context,
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json) {
        this.context = context;
        this.entities = entities;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Records a change in the organisation of the transaction under way.
     *
     * @param before the view that clients had of it, or null where it is new; never a secret
     * @param after the view that they have now, or null where it is gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Action action, Object subjectId, @Nullable Object before, @Nullable Object after) {
        recordIn(CurrentOrganisation.id(), action, subjectId, before, after);
        DomainEvents.publish(new Audited(action));
    }

    /** As {@link #record}, for an operator's change of another organisation than their own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordIn(
            long organisation, Action action, Object subjectId, @Nullable Object before, @Nullable Object after) {
        if (organisation != UNKNOWN) {
            pending()
                    .add(new AuditedChange(
                            organisation, who(), action, subjectId.toString(), write(before), write(after)));
        }
    }

    /** As {@link #record}, in a transaction of its own: for an action that changes nothing. */
    public void recordAlone(Action action, Object subjectId, @Nullable Object after) {
        Transactions.inNew(() -> record(action, subjectId, null, after));
    }

    /** Whether this account is the actor of the work under way. */
    public boolean isBy(long accountId) {
        var id = who().id();
        return id != null && id == accountId;
    }

    private Who who() {
        return Arc.container().requestContext().isActive() ? context.who() : Who.SYSTEM;
    }

    @SuppressWarnings("unchecked")
    private List<AuditedChange> pending() {
        var pending = (List<AuditedChange>) transaction.getResource(Audit.class);
        if (pending == null) {
            pending = new ArrayList<>();
            transaction.putResource(Audit.class, pending);
            appendAtTheEnd(pending);
        }
        return pending;
    }

    /** Uses Hibernate, not JTA: after Hibernate's part of the end the session has no connection any more. */
    private void appendAtTheEnd(List<AuditedChange> pending) {
        BeforeTransactionCompletionProcess append = session -> append(pending);
        entities.unwrap(SessionImplementor.class).getActionQueue().registerProcess(append);
    }

    /** Goes by the ids of the organisations, so that no two transactions deadlock over two chains. */
    private static void append(List<AuditedChange> pending) {
        pending.stream()
                .collect(Collectors.groupingBy(AuditedChange::organisation, TreeMap::new, Collectors.toList()))
                .forEach((organisation, changes) ->
                        AuditChain.locked(organisation).append(changes));
    }

    private @Nullable String write(@Nullable Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
