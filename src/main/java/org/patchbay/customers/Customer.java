package org.patchbay.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import org.hibernate.annotations.Filter;
import org.patchbay.groups.Sight;
import org.patchbay.shared.Owned;
import org.patchbay.shared.Times;

/** A customer; with an account where they sign in themselves. */
@Entity
@Filter(name = Sight.FILTER, condition = Sight.OF_CUSTOMERS, deduceAliasInjectionPoints = false)
class Customer extends Owned {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long groupId;

    Long accountId;

    String name;

    String email;

    Instant createdAt;

    @Version
    int version;

    static Customer create(long groupId, Long accountId, String name, String email) {
        var customer = new Customer();
        customer.groupId = groupId;
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
    static Map<Long, Customer> byIds(Collection<Long> ids) {
        return Customer.<Customer>find("id in ?1", ids).stream()
                .collect(Collectors.toMap(customer -> customer.id, customer -> customer, (one, same) -> one));
    }

    static List<Customer> page(String nameOrEmailPart, Long groupId, long afterId, int size) {
        return find(
                        "id > ?1 and (?2 is null or name like ?2 escape '!' or email like ?2 escape '!')"
                                + " and (?3 is null or groupId = ?3) order by id",
                        afterId,
                        nameOrEmailPart,
                        groupId)
                .page(0, size)
                .list();
    }
}
