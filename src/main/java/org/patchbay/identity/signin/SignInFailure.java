package org.patchbay.identity.signin;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;

/**
 * How often something failed since its window began: an account's sign-in from an address, all sign-ins from one
 * address...
 */
@Entity
public class SignInFailure extends OrganisationEntity {

    @Id
    String subject;

    int failures;

    Instant since;

    /** Counts in one statement, so that attempts at the same time are all counted. */
    static void count(String subject, Instant now, Instant windowStart) {
        NativeSql.of("""
                insert into sign_in_failure (organisation_id, subject, failures, since)
                values (:organisation, :subject, 1, :now) on duplicate key update
                failures = if(since < :windowStart, 1, failures + 1),
                since = if(since < :windowStart, :now, since)""")
                .set("subject", subject)
                .set("now", now)
                .set("windowStart", windowStart)
                .update();
    }

    static void forgive(String subject) {
        update("failures = failures - 1 where subject = ?1 and failures > 0", subject);
    }

    static void forget(String subject) {
        delete("subject", subject);
    }

    /** Forgets all counts of a name, which comes last in the subject. */
    public static void forgetAllOf(String name) {
        delete("substring(subject, length(subject) - ?2) = ?1", ":" + name, name.length());
    }
}
