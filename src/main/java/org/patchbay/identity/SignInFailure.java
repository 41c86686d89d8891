package org.patchbay.identity;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** How often one account or one address failed to sign in since the window began. */
@Entity
@IdClass(SignInFailure.Key.class)
class SignInFailure extends PanacheEntityBase {

    @RegisterForReflection
    record Key(long organisationId, String subject) implements Serializable {}

    @Id
    long organisationId;

    @Id
    String subject;

    int failures;

    Instant since;

    /** Counts in one statement, so that attempts at the same time are all counted. */
    static void count(Key key, Instant now, Instant windowStart) {
        getEntityManager()
                .createNativeQuery("insert into sign_in_failure (organisation_id, subject, failures, since)"
                        + " values (?1, ?2, 1, ?3) on duplicate key update"
                        + " failures = if(since < ?4, 1, failures + 1), since = if(since < ?4, ?3, since)")
                .setParameter(1, key.organisationId())
                .setParameter(2, key.subject())
                .setParameter(3, now)
                .setParameter(4, windowStart)
                .executeUpdate();
    }

    static void forgive(Key key) {
        update(
                "failures = failures - 1 where organisationId = ?1 and subject = ?2 and failures > 0",
                key.organisationId(),
                key.subject());
    }

    static void forget(Key key) {
        delete("organisationId = ?1 and subject = ?2", key.organisationId(), key.subject());
    }

    static long deleteOlderThan(Instant time) {
        return delete("since < ?1", time);
    }
}
