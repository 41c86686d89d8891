package org.patchbay.agents;

import org.patchbay.shared.tenancy.NativeSql;

/**
 * Serialises changes of the tickets that an organisation's agents may be given. Every such change holds this lock until
 * its transaction ends, so that they come one after the other. Claims do not take it.
 */
public final class RosterLock {

    private RosterLock() {}

    /** Waits for the lock of the current organisation's roster. Take it before the lock of any agent. */
    public static void lock() {
        NativeSql.of("select r.organisation_id from roster r where r.organisation_id = :organisation for update")
                .number();
    }

    /** Makes the lock of an organisation, which need not be the transaction's. */
    public static void create(long organisationId) {
        NativeSql.in(organisationId, "insert into roster (organisation_id) values (:organisation)")
                .update();
    }
}
