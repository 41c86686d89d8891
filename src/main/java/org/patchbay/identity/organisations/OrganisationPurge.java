package org.patchbay.identity.organisations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.OrganisationRemains;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.lifecycle.Shutdown;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/**
 * Removes deleted organisations whose grace period is over, with all their rows: in batches, each in a transaction of
 * its own, so that it can be stopped and started at any time. It reads the tables and their references from the
 * database, so that a later table is not forgotten.
 */
@ApplicationScoped
class OrganisationPurge {

    private final CurrentOrganisation currentOrganisation;
    private final int batch;
    private final Batches batches;
    private final Shutdown shutdown;
    private final List<OrganisationRemains> remains;

    OrganisationPurge(
            CurrentOrganisation currentOrganisation,
            OrganisationsConfig config,
            Batches batches,
            Shutdown shutdown,
            @All List<OrganisationRemains> remains) {
        this.currentOrganisation = currentOrganisation;
        this.remains = remains;
        this.batches = batches;
        this.shutdown = shutdown;
        this.batch = config.purgeBatch();
    }

    @AwaitedAtShutdown
    @Scheduled(
            every = "{patchbay.organisations.purge-every}",
            delayed = "30s",
            identity = "deleted-organisations",
            skipExecutionIf = HeldElsewhere.class,
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void purge() {
        currentOrganisation.everywhere(() -> Organisation.toPurge(Times.now())).forEach(this::purge);
    }

    private void purge(long organisation) {
        try {
            remains.forEach(each -> each.remove(organisation));
        } catch (RuntimeException e) {
            Log.warnf(e, "Organisation %d is not removed now", organisation);
            return;
        }
        if (shutdown.hasBegun()) {
            return;
        }
        var tables = currentOrganisation.everywhere(this::tablesReferringFirst);
        for (var table : tables) {
            removeRows(table, organisation);
            if (shutdown.hasBegun()) {
                return;
            }
        }
        currentOrganisation.everywhere(() -> Organisation.deleteById(organisation));
        Log.infof("Removed organisation %d with all its rows", organisation);
    }

    private void removeRows(String table, long organisation) {
        batches.run(
                batch,
                () -> currentOrganisation.everywhere(() -> NativeSql.in(
                                organisation,
                                "delete from `%s` where organisation_id = :organisation limit :rows".formatted(table))
                        .set("rows", batch)
                        .update()));
    }

    /** All tables with rows of organisations, each before the tables it refers to. */
    private List<String> tablesReferringFirst() {
        Set<String> tables = new HashSet<>(NativeSql.ofNobody("""
                select c.table_name from information_schema.columns c
                where c.table_schema = database() and c.column_name = 'organisation_id'""").texts());
        Map<String, Set<String>> referredToBy = new HashMap<>();
        for (var reference : NativeSql.ofNobody("""
                select distinct concat(k.table_name, '>', k.referenced_table_name)
                from information_schema.key_column_usage k where k.table_schema = database()
                and k.referenced_table_name is not null and k.table_name <> k.referenced_table_name""").texts()) {
            var ends = reference.split(">");
            if (tables.contains(ends[0])) {
                referredToBy.computeIfAbsent(ends[1], table -> new HashSet<>()).add(ends[0]);
            }
        }
        var ordered = new ArrayList<String>();
        var left = new ArrayDeque<>(tables.stream().sorted().toList());
        while (!left.isEmpty()) {
            var table = left.removeFirst();
            if (ordered.containsAll(referredToBy.getOrDefault(table, Set.of()))) {
                ordered.add(table);
            } else {
                left.addLast(table);
            }
        }
        return ordered;
    }
}
