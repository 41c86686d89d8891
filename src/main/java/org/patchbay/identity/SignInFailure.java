package org.patchbay.identity;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.patchbay.shared.CurrentOrganisation;
import org.patchbay.shared.OrganisationEntity;

/**
 * How often something failed since its window began: an account's sign-in from an address, all sign-ins from one
 * address...
 */
@Entity
class SignInFailure extends OrganisationEntity {

    @Id
    String subject;

    int failures;

    Instant since;

    /** Counts in one statement, so that attempts at the same time are all counted. */
    static void count(String subject, Instant now, Instant windowStart) {
        getEntityManager()
                .createNativeQuery("insert into sign_in_failure (organisation_id, subject, failures, since)"
                        + " values (?1, ?2, 1, ?3) on duplicate key update"
                        + " failures = if(since < ?4, 1, failures + 1), since = if(since < ?4, ?3, since)")
                .setParameter(1, CurrentOrganisation.id())
                .setParameter(2, subject)
                .setParameter(3, now)
                .setParameter(4, windowStart)
                .executeUpdate();
    }

    static void forgive(String subject) {
        update("failures = failures - 1 where subject = ?1 and failures > 0", subject);
    }

    static void forget(String subject) {
        delete("subject", subject);
    }

    /** Forgets all counts of a name, which comes last in the subject. */
    static void forgetAllOf(String name) {
        delete("substring(subject, length(subject) - ?2) = ?1", ":" + name, name.length());
    }
}
