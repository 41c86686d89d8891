package org.patchbay.routing.pools;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.patchbay.agents.RosterLock;
import org.patchbay.shared.events.DomainEvents;
import org.patchbay.shared.lifecycle.Able;
import org.patchbay.shared.lifecycle.Inbox;
import org.patchbay.shared.lifecycle.PollingLoop;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.lifecycle.Shutdown.Work;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

/**
 * Looks again at seats of pools that are new, or changed for many agents: a few seats in each transaction, so that no
 * agent is locked for long. A row says how far each pool is. So any replica goes on where another one ended, and the
 * sweep reminds of those that nobody works at.
 *
 * <p>Seats that somebody must not have any more are gone before that. Until then an agent may miss a ticket, and is
 * looked for again at the end.
 */
@ApplicationScoped
public class StaleSeats {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Inbox<Long> organisations = new Inbox<>();
    private final EligibilityIndex index;
    private final CurrentOrganisation currentOrganisation;
    private final Shutdown shutdown;
    private final PollingLoop loop;

    StaleSeats(EligibilityIndex index, CurrentOrganisation currentOrganisation, Shutdown shutdown) {
        this.index = index;
        this.currentOrganisation = currentOrganisation;
        this.shutdown = shutdown;
        loop = new PollingLoop("Seats", LONGEST_PAUSE, Work.SCHEDULED_RUNS, shutdown, this::look, organisations::await);
    }

    void start(@Observes Able event) {
        Thread.ofPlatform().daemon().name("stale-seats").start(loop);
    }

    void onStale(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatsStale stale) {
        organisations.add(stale.organisationId());
    }

    /** Has this replica do what others left, or lost. */
    public void goOn() {
        currentOrganisation
                .everywhere(() -> NativeSql.everywhere("select distinct s.organisation_id from stale_pool s")
                        .longs())
                .forEach(organisations::add);
    }

    /** @return whether there may be more */
    private boolean look() {
        for (long organisation :
                organisations.take(Integer.MAX_VALUE).stream().distinct().toList()) {
            currentOrganisation.in(organisation, this::renewAll);
        }
        return false;
    }

    private void renewAll() {
        while (!shutdown.hasBegun() && Transactions.inNew(this::renewSome)) {
            // Each look renews some.
        }
    }

    /**
     * Pools that are as far as the one that is the least far come together.
     *
     * @return whether there were any
     */
    private boolean renewSome() {
        RosterLock.lock();
        var pools = NativeSql.of("""
                select s.pool_id from stale_pool s where s.organisation_id = :organisation
                and s.done_agent_id = (select min(m.done_agent_id) from stale_pool m
                where m.organisation_id = :organisation) limit %d""".formatted(EligibilityIndex.TOGETHER)).longs();
        if (pools.isEmpty()) {
            return false;
        }
        int many = EligibilityIndex.TOGETHER / pools.size();
        var agents = NativeSql.of("""
                select a.id from agent a where a.organisation_id = :organisation and a.deleted_at is null
                and a.id > (select max(s.done_agent_id) from stale_pool s
                where s.organisation_id = :organisation and s.pool_id in (:pools))
                order by a.id limit :limit""").set("pools", pools).set("limit", many).longs();
        if (!agents.isEmpty()) {
            index.seat(agents, pools);
        }
        if (agents.size() < many) {
            done(pools);
        } else {
            NativeSql.of("""
                    update stale_pool set done_agent_id = :agent
                    where organisation_id = :organisation
                    and pool_id in (:pools)""").set("agent", agents.getLast()).set("pools", pools).update();
        }
        return true;
    }

    /** Tickets that came meanwhile may have passed agents whose seats come now. */
    private static void done(List<Long> pools) {
        NativeSql.of("delete from stale_pool where organisation_id = :organisation and pool_id in (:pools)")
                .set("pools", pools)
                .update();
        DomainEvents.publish(new PoolsFilled(CurrentOrganisation.id()));
    }
}
