package org.patchbay.audit;

import java.util.List;

import jakarta.persistence.Tuple;

import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

/** The end of an organisation's chain. An append holds its row, so that concurrent writers form one chain. */
record AuditChain(long organisation, long lastNumber, String lastHash) {

    static final String BEGINNING = "0".repeat(64);

    /** The chain's end, locked until the transaction ends; made where it is missing. */
    static AuditChain locked(long organisation) {
        var found = find(organisation);
        if (found.isEmpty()) {
            NativeSql.in(organisation, """
                    insert into audit_chain (organisation_id, last_number, last_hash)
                    values (:organisation, 0, :beginning)
                    on duplicate key update last_number = last_number""").set("beginning", BEGINNING).update();
            found = find(organisation);
        }
        var row = found.getFirst();
        return new AuditChain(
                organisation,
                row.get("last_number", Number.class).longValue(),
                row.get("last_hash").toString());
    }

    private static List<Tuple> find(long organisation) {
        return NativeSql.in(organisation, """
                select last_number, last_hash from audit_chain
                where organisation_id = :organisation for update""").list(Tuple.class);
    }

    /** Call under the lock of {@link #locked}. */
    void append(List<AuditedChange> changes) {
        long number = lastNumber;
        var previous = lastHash;
        for (var change : changes) {
            var at = Times.now();
            var salt = RandomSecrets.random();
            var seal = change.seal(salt);
            var hash = change.hash(++number, at, seal, previous);
            NativeSql.in(organisation, """
                    insert into audit_entry (organisation_id, number, at, actor_id, actor_name, address,
                    action, subject_type, subject_id, before_state, after_state, salt, seal, previous_hash, hash)
                    values (:organisation, :number, :at, :actor, :actorName, :address,
                    :action, :type, :subject, :before, :after, :salt, :seal, :previous, :hash)""")
                    .set("number", number)
                    .set("at", at)
                    .set("actor", change.who().id())
                    .set("actorName", change.who().name())
                    .set("address", change.who().address())
                    .set("action", change.action().name())
                    .set("type", change.action().subject().name())
                    .set("subject", change.subjectId())
                    .set("before", change.before())
                    .set("after", change.after())
                    .set("salt", salt)
                    .set("seal", seal)
                    .set("previous", previous)
                    .set("hash", hash)
                    .update();
            previous = hash;
        }
        NativeSql.in(organisation, """
                update audit_chain set last_number = :number, last_hash = :hash
                where organisation_id = :organisation""")
                .set("number", number)
                .set("hash", previous)
                .update();
    }
}
