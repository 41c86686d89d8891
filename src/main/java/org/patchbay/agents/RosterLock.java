package org.patchbay.agents;

import org.patchbay.shared.CurrentOrganisation;

import io.quarkus.hibernate.orm.panache.Panache;

/**
 * What an organisation's agents may be given, as a whole. Whoever changes it holds its lock until the transaction ends,
 * so that these changes come one after the other; claims of tickets do not take it.
 */
public final class RosterLock {

    private RosterLock() {}

    /** Waits for the lock of the current organisation's roster. Take it before the lock of any agent. */
    public static void lock() {
        Panache.getEntityManager()
                .createNativeQuery(
                        "select r.organisation_id from roster r where r.organisation_id = :organisation for update")
                .setParameter("organisation", CurrentOrganisation.id())
                .getSingleResult();
    }

    /** Makes that of an organisation, whose transaction this need not be. */
    public static void create(long organisationId) {
        Panache.getEntityManager()
                .createNativeQuery("insert into roster (organisation_id) values (?1)")
                .setParameter(1, organisationId)
                .executeUpdate();
    }
}
