package org.patchbay.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What a customer bought. The number is what the customer reads off the invoice; it never changes. */
@Entity
@Table(name = "orders")
class Order extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long organisationId;

    long customerId;

    String number;

    String product;

    int quantity;

    BigDecimal amount;

    String currency;

    Instant orderedAt;

    @Version
    int version;

    static Optional<Order> byId(long organisationId, long id) {
        return find("organisationId = ?1 and id = ?2", organisationId, id).firstResultOptional();
    }

    /** Waits for the row's lock. */
    static Optional<Order> lockByNumber(long organisationId, String number) {
        return Order.<Order>find("organisationId = ?1 and number = ?2", organisationId, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** As {@link #lockByNumber}, where the order belongs to this account's customer. */
    static Optional<Order> lockOwn(long organisationId, String number, long accountId) {
        return Order.<Order>find(
                        "organisationId = ?1 and number = ?2 and customerId ="
                                + " (select c.id from Customer c where c.organisationId = ?1 and c.accountId = ?3)",
                        organisationId,
                        number,
                        accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** By number, in the spelling of the database, which does not tell upper from lower case. */
    static Map<String, Order> byNumbers(long organisationId, Collection<String> numbers) {
        var orders = new TreeMap<String, Order>(String.CASE_INSENSITIVE_ORDER);
        Order.<Order>find("organisationId = ?1 and number in ?2", organisationId, numbers).stream()
                .forEach(order -> orders.put(order.number, order));
        return orders;
    }

    static List<Order> page(long organisationId, Long customerId, String number, long afterId, int size) {
        return find(
                        "organisationId = ?1 and id > ?2 and (?3 is null or customerId = ?3) and (?4 is null or number = ?4)"
                                + " order by id",
                        organisationId,
                        afterId,
                        customerId,
                        number)
                .page(0, size)
                .list();
    }
}
