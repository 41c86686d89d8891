package org.patchbay.shared.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;

/** The table of {@link Leases}, in SQL: its rows are of no organisation, as no entity may be. */
@ApplicationScoped
class LeaseTable {

    /** No lease lasts as long: a holder whose clock was wrong wrote the time, and need not be waited for. */
    private static final Duration BEYOND_ALL = Duration.ofMinutes(1);

    private final CurrentOrganisation currentOrganisation;

    LeaseTable(CurrentOrganisation currentOrganisation) {
        this.currentOrganisation = currentOrganisation;
    }

    /** @return whether it is the holder's now: it was before, or nobody's */
    boolean take(String name, String holder, Instant now, Instant until) {
        return currentOrganisation.everywhere(
                () -> takeOver(name, holder, now, until) || takeFirst(name, holder, until));
    }

    /** One statement: of several replicas the second finds the row of the first. */
    private boolean takeOver(String name, String holder, Instant now, Instant until) {
        return NativeSql.ofNobody("""
                        update lease set holder = :holder, until = :until
                        where name = :name and (holder = :holder or until <= :now or until > :beyondAll)""")
                        .set("name", name)
                        .set("holder", holder)
                        .set("now", now)
                        .set("until", until)
                        .set("beyondAll", now.plus(BEYOND_ALL))
                        .update()
                == 1;
    }

    private boolean takeFirst(String name, String holder, Instant until) {
        return NativeSql.ofNobody("insert ignore into lease (name, holder, until) values (:name, :holder, :until)")
                        .set("name", name)
                        .set("holder", holder)
                        .set("until", until)
                        .update()
                == 1;
    }

    /** @return how many of these are still the holder's */
    int renew(Set<String> names, String holder, Instant until) {
        return currentOrganisation.everywhere(
                () -> NativeSql.ofNobody("update lease set until = :until where holder = :holder and name in (:names)")
                        .set("until", until)
                        .set("holder", holder)
                        .set("names", names)
                        .update());
    }

    void release(String holder) {
        currentOrganisation.everywhere(() -> {
            NativeSql.ofNobody("delete from lease where holder = :holder")
                    .set("holder", holder)
                    .update();
        });
    }
}
