package org.patchbay.customers.merges;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.Moved;
import org.patchbay.identity.Actor;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** That two customers are one, and what is given back where they are not. */
@Entity
@Table(name = "customer_merge")
class Merge extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long customerId;

    long mergedId;

    @Convert(converter = MovedConverter.class)
    Moved moved;

    long mergedBy;

    String mergedByName;

    Instant mergedAt;

    @Nullable
    Instant undoneAt;

    static Merge create(Actor by, long customer, long merged, Moved moved) {
        var merge = new Merge();
        merge.customerId = customer;
        merge.mergedId = merged;
        merge.moved = moved;
        merge.mergedBy = by.accountId();
        merge.mergedByName = by.name();
        merge.mergedAt = Times.now();
        merge.persistAndFlush();
        return merge;
    }

    /** Waits for the row's lock. */
    static Optional<Merge> lock(long id, long customer) {
        return Merge.<Merge>find("id = ?1 and customerId = ?2 and undoneAt is null", id, customer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<Merge> page(long customer, long afterId, int size) {
        return find("customerId = ?1 and undoneAt is null and id > ?2 order by id", customer, afterId)
                .page(0, size)
                .list();
    }
}
