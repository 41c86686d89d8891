package org.patchbay.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.AuditContext.Who;
import org.patchbay.events.EventLog;
import org.patchbay.events.NewEvent;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.persistence.BeforeCommit;
import org.patchbay.shared.persistence.BeforeCommit.Step;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.arc.Arc;

/**
 * Records changes and their actors. An entry belongs to the transaction of its change: both are committed, or neither.
 * It is appended when that transaction commits, after everything else, so that the lock of the organisation's chain is
 * taken last, held shortly, and never held while waiting. A transaction records a change of configuration before it
 * reads configuration again: see {@link ConfigurationEpoch#grow}.
 */
@ApplicationScoped
public class Audit {

    /** No organisation has this id; entries of strangers there belong to nobody. */
    private static final long UNKNOWN = 0;

    private final AuditContext context;
    private final ConfigurationEpoch epoch;
    private final ObjectMapper json;

    Audit(AuditContext context, ConfigurationEpoch epoch, ObjectMapper json) {
        this.context = context;
        this.epoch = epoch;
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
        long organisation = CurrentOrganisation.id();
        recordIn(organisation, action, subjectId, before, after);
        if (organisation != UNKNOWN && isListed(action)) {
            EventLog.append(
                    NewEvent.ofConfiguration(organisation, action.subject().name(), Times.now()));
        }
    }

    /** As {@link #record}, for an operator's change of another organisation than their own. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordIn(
            long organisation, Action action, Object subjectId, @Nullable Object before, @Nullable Object after) {
        if (organisation != UNKNOWN) {
            BeforeCommit.collector(Step.AUDIT, PendingChanges.class, () -> new PendingChanges(new ArrayList<>()))
                    .changes()
                    .add(new AuditedChange(
                            organisation, who(), action, subjectId.toString(), write(before), write(after)));
            if (action.changesConfiguration()) {
                epoch.grow(organisation);
            }
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

    /** Pages list no memberships. */
    private static boolean isListed(Action action) {
        return action.changesConfiguration() && action.subject() != Action.Subject.ACCOUNT;
    }

    /** The changes of one transaction, of which the end appends the entries. */
    private record PendingChanges(List<AuditedChange> changes) implements Runnable {

        /** Goes by the ids of the organisations, so that no two transactions deadlock over two chains. */
        @Override
        public void run() {
            changes.stream()
                    .collect(Collectors.groupingBy(AuditedChange::organisation, TreeMap::new, Collectors.toList()))
                    .forEach((organisation, some) ->
                            AuditChain.locked(organisation).append(some));
        }
    }

    private @Nullable String write(@Nullable Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
