package org.patchbay.customers.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.Filter;
import org.hibernate.query.Query;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.OrderSearch;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** An order of a customer. Its number is on the customer's invoice and never changes. */
@Entity
@Table(name = "orders")
@Filter(name = Visibility.FILTER, condition = Visibility.OF_ORDERS, deduceAliasInjectionPoints = false)
public class Order extends OrganisationEntity {

    /** Begins whatever stands for something erased; an id follows. No order that comes in has such a number. */
    public static final String ERASED = "erased-";

    /** Where a list begins that begins with the newest. */
    private static final Cursor AFTER_ALL = Cursor.at(Times.LAST, Long.MAX_VALUE);

    private static final String PAGE = "from Order where orderedAt <= :at and (orderedAt < :at or id < :id)"
            + " and (:customer is null or customerId = :customer) and (:number is null or number = :number)"
            + " and (:text is null or " + Search.contains(":text", "number", "product")
            + ") order by orderedAt desc, id desc";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The group of its customer. */
    public long groupId;

    public long customerId;

    public String number;

    public String product;

    public int quantity;

    public BigDecimal amount;

    public String currency;

    public Instant orderedAt;

    @Version
    public int version;

    public boolean isErased() {
        return number.startsWith(ERASED);
    }

    /** By its number one finds the customer elsewhere. Product, time and price are figures. */
    public void erase() {
        number = ERASED + id;
    }

    /** Some of a customer's orders that are not erased, locked. */
    public static List<Order> lockKnownOf(long customerId, int size) {
        return Order.<Order>find(
                        "customerId = ?1 and substring(number, 1, ?3) <> ?2 order by id",
                        customerId,
                        ERASED,
                        ERASED.length())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, size)
                .list();
    }

    public static Optional<Order> byId(long id) {
        return findByIdOptional(id);
    }

    /** Reads the customer of the order, too, who is asked for next. */
    public static Optional<Order> withCustomer(String number) {
        return getEntityManager()
                .createQuery(
                        "select o, c from Order o join Customer c on c.id = o.customerId where o.number = :number",
                        Object[].class)
                .setParameter("number", number)
                .getResultStream()
                .map(row -> (Order) row[0])
                .findFirst();
    }

    /** Waits for the row's lock. */
    public static Optional<Order> lockByNumber(String number) {
        return Order.<Order>find("number", number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Puts all orders of a customer into the customer's group. */
    public static void move(long customerId, long groupId) {
        getEntityManager()
                .createQuery("update versioned Order set groupId = :group where customerId = :customer")
                .setParameter("group", groupId)
                .setParameter("customer", customerId)
                .executeUpdate();
    }

    /** Makes these orders another customer's, in that one's group. */
    public static void give(List<Long> orders, long to, long groupId) {
        if (!orders.isEmpty()) {
            getEntityManager()
                    .createQuery("update versioned Order set customerId = :to, groupId = :group where id in :orders")
                    .setParameter("orders", orders)
                    .setParameter("to", to)
                    .setParameter("group", groupId)
                    .executeUpdate();
        }
    }

    public static List<Long> idsOf(long customerId) {
        return find("select id from Order where customerId = ?1 order by id", customerId)
                .project(Long.class)
                .list();
    }

    /** Those of these orders that are this customer's. */
    public static List<Long> idsOf(long customerId, List<Long> orders) {
        return orders.isEmpty()
                ? List.of()
                : find("select id from Order where customerId = ?1 and id in ?2 order by id", customerId, orders)
                        .project(Long.class)
                        .list();
    }

    /** The orders of these numbers, in a map that can be added to. */
    public static Map<String, Order> byNumbers(Collection<String> numbers) {
        var orders = new HashMap<String, Order>();
        Order.<Order>find("number in ?1", numbers).stream().forEach(order -> orders.put(order.number, order));
        return orders;
    }

    /**
     * The newest first.
     *
     * @param ofOne whether the search is for one customer: where their orders are older than those of others, MySQL
     *     would look through all of these
     */
    public static List<Order> page(OrderSearch search, boolean ofOne, @Nullable String after, int size) {
        var end = after == null ? AFTER_ALL : Cursor.decoded(after, 2);
        var query = getEntityManager()
                .createQuery(PAGE, Order.class)
                .setParameter("at", end.instant(0))
                .setParameter("id", end.number(1))
                .setParameter("customer", search.customerId())
                .setParameter("number", search.number())
                .setParameter("text", Search.part(search.text()))
                .setMaxResults(size);
        if (ofOne && search.number() == null) {
            query.unwrap(Query.class).addQueryHint("ix_orders_customer");
        }
        return query.getResultList();
    }

    public Cursor cursor() {
        return Cursor.at(orderedAt, id);
    }
}
