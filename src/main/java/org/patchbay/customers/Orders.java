package org.patchbay.customers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Actor;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Versions;

/** The orders of an organisation. Customers see their own. */
@ApplicationScoped
public class Orders {

    private final Customers customers;
    private final Audit audit;

    Orders(Customers customers, Audit audit) {
        this.customers = customers;
        this.audit = audit;
    }

    @Transactional
    public OrderView create(NewOrder request) {
        checkCustomer(request);
        return OrderView.of(persist(request));
    }

    @Transactional
    public Page<OrderView> list(Actor actor, Long customerId, String number, String after, int limit) {
        long afterId = Cursor.id(after);
        Long owner = actor.isOnlyCustomer() ? customers.ofAccount(actor).orElse(0L) : customerId;
        var rows = Order.page(owner, number, afterId, limit + 1);
        return Page.of(rows, limit, OrderView::of, order -> Cursor.at(order.id));
    }

    @Transactional
    public OrderView read(Actor actor, long id) {
        var order = find(id);
        if (!customers.mayServe(actor, order.customerId)) {
            throw unknown(id);
        }
        return OrderView.of(order);
    }

    @Transactional
    public OrderView update(long id, NewOrder change, String ifMatch) {
        var order = find(id);
        Versions.check(ifMatch, order.version);
        if (!order.number.equals(change.number())) {
            throw ProblemType.CONFLICT.because("An order's number never changes.");
        }
        checkCustomer(change);
        apply(change, order);
        Order.flush();
        return OrderView.of(order);
    }

    /** Refused while tickets refer to the order. */
    @Transactional
    public void delete(long id, String ifMatch) {
        var order = find(id);
        Versions.check(ifMatch, order.version);
        order.delete();
        Order.flush();
        audit.record(Action.ORDER_DELETED, id, OrderView.of(order), null);
    }

    /**
     * The order of this number, where the actor may open tickets for it: a customer for their own, staff for any. Of
     * those who open one at once each waits for the other's transaction.
     */
    @Transactional
    public Optional<OrderView> lockWorkable(Actor actor, String number) {
        var order = actor.isOnlyCustomer() ? Order.lockOwn(number, actor.accountId()) : Order.lockByNumber(number);
        return order.map(OrderView::of);
    }

    /**
     * What an import did.
     *
     * @param refused why, by line
     */
    record Imported(int created, int unchanged, Map<Long, String> refused) {}

    /** Creates those that are new, in one transaction, and refuses those that differ from what is stored. */
    @Transactional
    Imported importAll(Map<Long, NewOrder> lines) {
        var known =
                Order.byNumbers(lines.values().stream().map(NewOrder::number).toList());
        var customerIds = Customer.existing(
                lines.values().stream().map(NewOrder::customerId).toList());
        var refused = new HashMap<Long, String>();
        int created = 0;
        int unchanged = 0;
        for (var line : lines.entrySet()) {
            var request = line.getValue();
            var existing = known.get(request.number());
            if (existing != null && same(existing, request)) {
                unchanged++;
            } else if (existing != null) {
                refused.put(line.getKey(), "Another order has this number.");
            } else if (!customerIds.contains(request.customerId())) {
                refused.put(line.getKey(), "There is no customer " + request.customerId() + ".");
            } else {
                known.put(request.number(), persist(request));
                created++;
            }
        }
        return new Imported(created, unchanged, refused);
    }

    private static Order persist(NewOrder request) {
        var order = new Order();
        order.number = request.number();
        apply(request, order);
        order.persist();
        return order;
    }

    private static void checkCustomer(NewOrder request) {
        if (Customer.byId(request.customerId()).isEmpty()) {
            throw ProblemType.CONFLICT.because("There is no customer " + request.customerId() + ".");
        }
    }

    private static void apply(NewOrder request, Order order) {
        order.customerId = request.customerId();
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
        return ProblemType.NOT_FOUND.because("There is no order " + id + ".");
    }
}
