package org.patchbay.audit;

import java.util.List;

import jakarta.persistence.EntityManager;

import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.Times;

/** The end of an organisation's chain. An append holds its row, so that concurrent writers form one chain. */
record AuditChain(long organisation, long lastNumber, String lastHash) {

    static final String BEGINNING = "0".repeat(64);

    /** The chain's end, locked until the transaction ends; made where it is missing. */
    static AuditChain locked(EntityManager entities, long organisation) {
        var found = find(entities, organisation);
        if (found.isEmpty()) {
            entities.createNativeQuery("insert into audit_chain (organisation_id, last_number, last_hash)"
                            + " values (?1, 0, ?2) on duplicate key update last_number = last_number")
                    .setParameter(1, organisation)
                    .setParameter(2, BEGINNING)
                    .executeUpdate();
            found = find(entities, organisation);
        }
        var row = found.getFirst();
        return new AuditChain(organisation, ((Number) row[0]).longValue(), row[1].toString());
    }

    private static List<Object[]> find(EntityManager entities, long organisation) {
        return entities.unwrap(org.hibernate.Session.class)
                .createNativeQuery(
                        "select last_number, last_hash from audit_chain where organisation_id = ?1 for update",
                        Object[].class)
                .setParameter(1, organisation)
                .getResultList();
    }

    /** Call under the lock of {@link #locked}. */
    void append(EntityManager entities, List<AuditedChange> changes) {
        long number = lastNumber;
        var previous = lastHash;
        for (var change : changes) {
            var at = Times.now();
            var salt = RandomSecrets.random();
            var seal = change.seal(salt);
            var hash = change.hash(++number, at, seal, previous);
            entities.createNativeQuery("insert into audit_entry (organisation_id, number, at, actor_id, actor_name,"
                            + " address, action, subject_type, subject_id, before_state, after_state, salt, seal,"
                            + " previous_hash, hash)"
                            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)")
                    .setParameter(1, organisation)
                    .setParameter(2, number)
                    .setParameter(3, at)
                    .setParameter(4, change.who().id())
                    .setParameter(5, change.who().name())
                    .setParameter(6, change.who().address())
                    .setParameter(7, change.action().name())
                    .setParameter(8, change.action().subject().name())
                    .setParameter(9, change.subjectId())
                    .setParameter(10, change.before())
                    .setParameter(11, change.after())
                    .setParameter(12, salt)
                    .setParameter(13, seal)
                    .setParameter(14, previous)
                    .setParameter(15, hash)
                    .executeUpdate();
            previous = hash;
        }
        entities.createNativeQuery("update audit_chain set last_number = ?1, last_hash = ?2 where organisation_id = ?3")
                .setParameter(1, number)
                .setParameter(2, previous)
                .setParameter(3, organisation)
                .executeUpdate();
    }
}
