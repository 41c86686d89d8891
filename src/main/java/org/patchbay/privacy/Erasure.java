package org.patchbay.privacy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.CustomerErasure.Known;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** That a customer is to be erased, how far that is, and what came of it. */
@Entity
class Erasure extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long customerId;

    long requestedBy;

    Instant requestedAt;

    @Nullable
    Instant doneAt;

    /** Of how many transactions: the timer for the next one bears it, and all others are stale. */
    long round;

    int tickets;

    int orders;

    int auditEntries;

    @Nullable
    Long accountId;

    /** By which what else is kept of them is found; null once it is done, as is the address. */
    @Nullable
    String username;

    @Nullable
    String email;

    static Erasure begin(long customer, Known known, long requestedBy) {
        var erasure = new Erasure();
        erasure.customerId = customer;
        erasure.accountId = known.accountId();
        erasure.username = known.username();
        erasure.email = known.email();
        erasure.requestedBy = requestedBy;
        erasure.requestedAt = Times.now();
        erasure.persist();
        return erasure;
    }

    boolean isDone() {
        return doneAt != null;
    }

    void done() {
        username = null;
        email = null;
        doneAt = Times.now();
    }

    /** Their names where they signed in, as far as they are still known. */
    Set<String> names() {
        return Stream.of(Optional.ofNullable(username), Optional.ofNullable(email))
                .flatMap(Optional::stream)
                .map(Spelling::folded)
                .collect(Collectors.toSet());
    }

    /** The accounts that these customers had. */
    static List<Long> accountsOf(Collection<Long> customers) {
        return find("select accountId from Erasure where customerId in ?1 and accountId is not null", customers)
                .project(Long.class)
                .list();
    }

    static Optional<Erasure> ofCustomer(long customer) {
        return find("customerId", customer).firstResultOptional();
    }

    static Optional<Erasure> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
