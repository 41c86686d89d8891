package org.patchbay.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** One link of an organisation's chain; never changed. {@link AuditChain} appends. */
@Entity
@Immutable
class AuditEntry extends OrganisationEntity {

    /** Ascends with the number. */
    @Id
    Long id;

    /** The position in the organisation's chain, from 1, without gaps. */
    long number;

    Instant at;

    @Nullable
    Long actorId;

    @Nullable
    String actorName;

    @Nullable
    String address;

    /** Text, so that entries of a newer release can be read and verified. */
    String action;

    String subjectType;

    @Nullable
    String subjectId;

    @Nullable
    String beforeState;

    @Nullable
    String afterState;

    /** Null where it was erased, and in entries that are older than it. */
    @Nullable
    String salt;

    /** Null in entries that are older than it. */
    @Nullable
    String seal;

    /** Whether what it told of people was taken out of it. */
    boolean erased;

    String previousHash;

    String hash;

    /** @param conditions and order, of HQL */
    static List<AuditEntry> search(String conditions, Map<String, Object> parameters, int size) {
        return AuditEntry.<AuditEntry>find(conditions, parameters).page(0, size).list();
    }

    static List<AuditEntry> between(long afterNumber, long lastNumber, int size) {
        return find("number > ?1 and number <= ?2 order by number", afterNumber, lastNumber)
                .page(0, size)
                .list();
    }

    /** The first entry beyond this number, or null. */
    static @Nullable AuditEntry beyond(long number) {
        return find("number > ?1 order by number", number).page(0, 1).firstResult();
    }
}
