package org.patchbay.customers;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.Actor;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Versions;

/** The orders of an organisation. Customers see their own. */
@ApplicationScoped
public class Orders {

    private final Customers customers;

    Orders(Customers customers) {
        this.customers = customers;
    }

    @Transactional
    public OrderView create(long organisationId, NewOrder request) {
        var order = new Order();
        order.organisationId = organisationId;
        order.number = request.number();
        apply(organisationId, request, order);
        order.persist();
        return OrderView.of(order);
    }

    @Transactional
    public Page<OrderView> list(Actor actor, Long customerId, String number, String after, int limit) {
        long afterId = after == null ? 0 : Cursor.decoded(after, 1).number(0);
        Long owner = actor.isOnlyCustomer() ? customers.ofAccount(actor).orElse(0L) : customerId;
        var rows = Order.page(actor.organisationId(), owner, number, afterId, limit + 1);
        return Page.of(rows, limit, OrderView::of, order -> Cursor.at(order.id));
    }

    @Transactional
    public OrderView read(Actor actor, long id) {
        var order = find(actor, id);
        if (!mayWorkWith(actor, order)) {
            throw unknown(id);
        }
        return OrderView.of(order);
    }

    @Transactional
    public OrderView update(Actor actor, long id, NewOrder change, String ifMatch) {
        var order = find(actor, id);
        Versions.check(ifMatch, order.version);
        if (!order.number.equals(change.number())) {
            throw ProblemType.CONFLICT.because("An order's number never changes.");
        }
        apply(actor.organisationId(), change, order);
        Order.flush();
        return OrderView.of(order);
    }

    /** Refused while tickets refer to the order. */
    @Transactional
    public void delete(Actor actor, long id, String ifMatch) {
        var order = find(actor, id);
        Versions.check(ifMatch, order.version);
        order.delete();
        Order.flush();
    }

    /** The order of this number, where the actor may open tickets for it: a customer for their own, staff for any. */
    @Transactional
    public Optional<OrderView> workable(Actor actor, String number) {
        return Order.byNumber(actor.organisationId(), number)
                .filter(order -> mayWorkWith(actor, order))
                .map(OrderView::of);
    }

    /** Whether an import line changed anything: the same order again does not. */
    @Transactional
    boolean createOrCheck(long organisationId, NewOrder request) {
        var existing = Order.byNumber(organisationId, request.number());
        if (existing.isEmpty()) {
            create(organisationId, request);
            Order.flush();
            return true;
        }
        if (!same(existing.get(), request)) {
            throw ProblemType.ALREADY_EXISTS.because("Another order has this number.");
        }
        return false;
    }

    private boolean mayWorkWith(Actor actor, Order order) {
        return !actor.isOnlyCustomer()
                || customers
                        .ofAccount(actor)
                        .filter(id -> id == order.customerId)
                        .isPresent();
    }

    private static void apply(long organisationId, NewOrder request, Order order) {
        if (Customer.byId(organisationId, request.customerId()).isEmpty()) {
            throw ProblemType.CONFLICT.because("There is no customer " + request.customerId() + ".");
        }
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

    private static Order find(Actor actor, long id) {
        return Order.byId(actor.organisationId(), id).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because("There is no order " + id + ".");
    }
}
