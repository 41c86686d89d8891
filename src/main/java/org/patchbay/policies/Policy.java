package org.patchbay.policies;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A name for versions of rules. */
@Entity
@Table(name = "routing_policy")
public class Policy extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    String name;

    Instant createdAt;

    @Version
    int version;

    static Policy create(String name) {
        var policy = new Policy();
        policy.name = name;
        policy.createdAt = Times.now();
        policy.persist();
        return policy;
    }

    static Optional<Policy> byId(long id) {
        return findByIdOptional(id);
    }

    /** Waits for the row's lock, under which its versions are changed. */
    static Optional<Policy> lock(long id) {
        return Policy.<Policy>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    static List<Policy> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }
}
