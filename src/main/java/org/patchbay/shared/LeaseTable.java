package org.patchbay.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The table of {@link Leases}, in SQL: its rows are of no organisation, as no entity may be. */
@ApplicationScoped
class LeaseTable {

    /** No lease lasts as long: a holder whose clock was wrong wrote the time, and need not be waited for. */
    private static final Duration BEYOND_ALL = Duration.ofMinutes(1);

    private final EntityManager entities;
    private final CurrentOrganisation currentOrganisation;

    LeaseTable(EntityManager entities, CurrentOrganisation currentOrganisation) {
        this.entities = entities;
        this.currentOrganisation = currentOrganisation;
    }

    /** @return whether it is the holder's now: it was before, or nobody's */
    boolean take(String name, String holder, Instant now, Instant until) {
        return currentOrganisation.everywhere(
                () -> takeOver(name, holder, now, until) || takeFirst(name, holder, until));
    }

    /** One statement: of several replicas the second finds the row of the first. */
    private boolean takeOver(String name, String holder, Instant now, Instant until) {
        return entities.createNativeQuery("update lease set holder = ?2, until = ?4"
                                + " where name = ?1 and (holder = ?2 or until <= ?3 or until > ?5)")
                        .setParameter(1, name)
                        .setParameter(2, holder)
                        .setParameter(3, now)
                        .setParameter(4, until)
                        .setParameter(5, now.plus(BEYOND_ALL))
                        .executeUpdate()
                == 1;
    }

    private boolean takeFirst(String name, String holder, Instant until) {
        return entities.createNativeQuery("insert ignore into lease (name, holder, until) values (?1, ?2, ?3)")
                        .setParameter(1, name)
                        .setParameter(2, holder)
                        .setParameter(3, until)
                        .executeUpdate()
                == 1;
    }

    /** @return how many of these are still the holder's */
    int renew(Set<String> names, String holder, Instant until) {
        return currentOrganisation.everywhere(() -> entities.createNativeQuery(
                        "update lease set until = :until where holder = :holder and name in (:names)")
                .setParameter("until", until)
                .setParameter("holder", holder)
                .setParameter("names", names)
                .executeUpdate());
    }

    void release(String holder) {
        currentOrganisation.everywhere(() -> {
            entities.createNativeQuery("delete from lease where holder = ?1")
                    .setParameter(1, holder)
                    .executeUpdate();
        });
    }
}
