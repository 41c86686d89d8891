package org.patchbay.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.patchbay.shared.Times;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A customer; with an account where they sign in themselves. */
@Entity
class Customer extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long organisationId;

    Long accountId;

    String name;

    String email;

    Instant createdAt;

    @Version
    int version;

    static Customer create(long organisationId, Long accountId, String name, String email) {
        var customer = new Customer();
        customer.organisationId = organisationId;
        customer.accountId = accountId;
        customer.name = name;
        customer.email = email;
        customer.createdAt = Times.now();
        customer.persist();
        return customer;
    }

    static Optional<Customer> byId(long organisationId, long id) {
        return find("organisationId = ?1 and id = ?2", organisationId, id).firstResultOptional();
    }

    static Optional<Customer> byAccount(long organisationId, long accountId) {
        return find("organisationId = ?1 and accountId = ?2", organisationId, accountId)
                .firstResultOptional();
    }

    /** Those of the ids that exist. */
    static Set<Long> existing(long organisationId, Collection<Long> ids) {
        return find("select id from Customer where organisationId = ?1 and id in ?2", organisationId, ids)
                .project(Long.class)
                .stream()
                .collect(Collectors.toSet());
    }

    static List<Customer> page(long organisationId, String nameOrEmailPart, long afterId, int size) {
        return find(
                        "organisationId = ?1 and id > ?2 and (?3 is null or name like ?3 escape '!' or email like ?3 escape '!')"
                                + " order by id",
                        organisationId,
                        afterId,
                        nameOrEmailPart)
                .page(0, size)
                .list();
    }
}
