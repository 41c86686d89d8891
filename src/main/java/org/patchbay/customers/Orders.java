package org.patchbay.customers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.orders.Order;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.web.EntityTags;

/** The orders of an organisation. */
@ApplicationScoped
public class Orders {

    private static final String BY_NUMBERS = """
            select {o.*}, {c.*} from orders o force index (uk_orders_number) straight_join customer c
            force index (uk_customer_id) on c.organisation_id = o.organisation_id and c.id = o.customer_id
            where o.organisation_id = :organisation and o.number in (:numbers)""";

    /**
     * As {@link Visibility} has it where customers are not isolated. With Hibernate's filter MySQL would plan
     * subqueries that decide nothing, which takes four times as long as the rest.
     */
    private static final String OF_ANY_GROUP =
            BY_NUMBERS + " and (:anyCustomer = true or o.customer_id = :ownCustomer)";

    private final CustomerSearchIndex searchIndex;
    private final Audit audit;

    Orders(CustomerSearchIndex searchIndex, Audit audit) {
        this.searchIndex = searchIndex;
        this.audit = audit;
    }

    @Transactional
    public OrderView create(NewOrder request) {
        checkMayNumber();
        return OrderView.of(persist(request, customerOf(request)));
    }

    /** The newest first. */
    @Transactional
    public Page<OrderView> list(OrderSearch search, @Nullable String after, int limit) {
        boolean ofOne =
                search.customerId() != null || !CurrentVisibility.current().anyCustomer();
        return Page.of(Order.page(search, ofOne, after, limit + 1), limit, OrderView::of, Order::cursor);
    }

    @Transactional
    public OrderView read(long id) {
        return OrderView.of(find(id));
    }

    /** Those of these orders that the current user sees, by id. */
    @Transactional
    public Map<Long, OrderView> views(Collection<Long> ids) {
        return Order.<Order>list("id in ?1", ids).stream().collect(Collectors.toMap(order -> order.id, OrderView::of));
    }

    @Transactional
    public OrderView update(long id, NewOrder change, @Nullable String ifMatch) {
        var order = find(id);
        EntityTags.check(ifMatch, order.version);
        if (!order.number.equals(change.number())) {
            throw ProblemType.CONFLICT.because(CustomerWords.NUMBER_STAYS);
        }
        boolean known = order.product.equals(change.product()) && order.customerId == change.customerId();
        apply(change, customerOf(change), order);
        Order.flush();
        if (!known) {
            searchIndex.orderChanged(id, order.customerId, order.product);
        }
        return OrderView.of(order);
    }

    /** Refused while tickets refer to the order. */
    @Transactional
    public void delete(long id, @Nullable String ifMatch) {
        var order = find(id);
        EntityTags.check(ifMatch, order.version);
        order.delete();
        Order.flush();
        audit.record(Action.ORDER_DELETED, id, OrderView.of(order), null);
    }

    /** The order of this number, for a ticket about it; none of a customer who is erased. */
    @Transactional
    public Optional<OrderView> find(String number) {
        return withCustomer(number).filter(order -> !order.isErased()).map(OrderView::of);
    }

    /** The orders of these numbers, whoever sees them, by number; none of a customer who is erased. */
    @Transactional
    public Map<String, OrderView> findAll(Collection<String> numbers) {
        return NativeSql.of(BY_NUMBERS).set("numbers", numbers).listWith(Order.class, "o", Customer.class, "c").stream()
                .filter(order -> !order.isErased())
                .map(OrderView::of)
                .collect(Collectors.toMap(OrderView::number, Function.identity()));
    }

    /** Reads the customer of the order, too, who is asked for next. */
    private static Optional<Order> withCustomer(String number) {
        var visibility = CurrentVisibility.current();
        return visibility.allCustomers()
                ? NativeSql.of(OF_ANY_GROUP)
                        .set("numbers", List.of(number))
                        .set("anyCustomer", visibility.anyCustomer())
                        .set("ownCustomer", visibility.ownCustomer())
                        .listWith(Order.class, "o", Customer.class, "c")
                        .stream()
                        .findFirst()
                : Order.withCustomer(number);
    }

    /**
     * The order of this number, to open a ticket for it; none of a customer who is erased. Of those who open one at
     * once each waits for the other's transaction.
     */
    @Transactional
    public Optional<OrderView> lock(String number) {
        return Order.lockByNumber(number).filter(order -> !order.isErased()).map(OrderView::of);
    }

    /** The order of a ticket, unless its customer is erased. */
    @Transactional
    public Optional<OrderView> ofTicket(long id) {
        return Order.byId(id).filter(order -> !order.isErased()).map(OrderView::of);
    }

    /**
     * The result of an import.
     *
     * @param refused the reasons, by line
     */
    public record Imported(int created, int unchanged, Map<Long, Sentence> refused) {}

    /** Creates the new orders in one transaction, and refuses those that differ from the stored ones. */
    @Transactional
    public Imported importAll(Map<Long, NewOrder> lines) {
        checkMayNumber();
        var known =
                Order.byNumbers(lines.values().stream().map(NewOrder::number).toList());
        var customers =
                Customer.byIds(lines.values().stream().map(NewOrder::customerId).toList());
        var refused = new HashMap<Long, Sentence>();
        int created = 0;
        int unchanged = 0;
        for (var line : lines.entrySet()) {
            var request = line.getValue();
            var existing = known.get(request.number());
            if (existing != null && same(existing, request)) {
                unchanged++;
            } else if (existing != null) {
                refused.put(line.getKey(), CustomerWords.NUMBER_TAKEN.with());
            } else if (!customers.containsKey(request.customerId())) {
                refused.put(line.getKey(), CustomerWords.NO_CUSTOMER.with(request.customerId()));
            } else if (customers.get(request.customerId()).isErased()) {
                refused.put(line.getKey(), CustomerWords.ERASED.with(request.customerId()));
            } else {
                known.put(request.number(), persist(request, customers.get(request.customerId())));
                created++;
            }
        }
        return new Imported(created, unchanged, refused);
    }

    private static Order persist(NewOrder request, Customer customer) {
        var order = new Order();
        order.number = request.number();
        apply(request, customer, order);
        order.persist();
        return order;
    }

    /** A taken number would reveal an invisible order. */
    private static void checkMayNumber() {
        if (!CurrentVisibility.current().allCustomers()) {
            throw ProblemType.FORBIDDEN.because(CustomerWords.NUMBERS_ARE_UNIQUE);
        }
    }

    private static Customer customerOf(NewOrder request) {
        var customer = Customer.byId(request.customerId())
                .orElseThrow(() -> ProblemType.CONFLICT.because(CustomerWords.NO_CUSTOMER, request.customerId()));
        if (customer.isErased()) {
            throw Customers.erased(customer.id);
        }
        return customer;
    }

    private static void apply(NewOrder request, Customer customer, Order order) {
        order.customerId = customer.id;
        order.groupId = customer.groupId;
        order.product = request.product();
        order.quantity = request.quantity();
        order.amount = request.amount();
        order.currency = request.currency();
        order.orderedAt = micros(request.orderedAt());
    }

    private static boolean same(Order order, NewOrder request) {
        return order.customerId == request.customerId()
                && order.product.equals(request.product())
                && order.quantity == request.quantity()
                && order.amount.compareTo(request.amount()) == 0
                && order.currency.equals(request.currency())
                && order.orderedAt.equals(micros(request.orderedAt()));
    }

    private static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private static Order find(long id) {
        return Order.byId(id).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(CustomerWords.NO_ORDER, id);
    }
}
