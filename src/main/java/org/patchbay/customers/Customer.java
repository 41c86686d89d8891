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

import org.patchbay.shared.Owned;
import org.patchbay.shared.Times;

/** A customer; with an account where they sign in themselves. */
@Entity
class Customer extends Owned {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    Long accountId;

    String name;

    String email;

    Instant createdAt;

    @Version
    int version;

    static Customer create(Long accountId, String name, String email) {
        var customer = new Customer();
        customer.accountId = accountId;
        customer.name = name;
        customer.email = email;
        customer.createdAt = Times.now();
        customer.persist();
        return customer;
    }

    static Optional<Customer> byId(long id) {
        return findByIdOptional(id);
    }

    static Optional<Customer> byAccount(long accountId) {
        return find("accountId", accountId).firstResultOptional();
    }

    /** Those of the ids that exist. */
    static Set<Long> existing(Collection<Long> ids) {
        return find("select id from Customer where id in ?1", ids).project(Long.class).stream()
                .collect(Collectors.toSet());
    }

    static List<Customer> page(String nameOrEmailPart, long afterId, int size) {
        return find(
                        "id > ?1 and (?2 is null or name like ?2 escape '!' or email like ?2 escape '!')"
                                + " order by id",
                        afterId,
                        nameOrEmailPart)
                .page(0, size)
                .list();
    }
}
