package org.patchbay.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
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

    static Optional<Order> byNumber(long organisationId, String number) {
        return find("organisationId = ?1 and number = ?2", organisationId, number)
                .firstResultOptional();
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
