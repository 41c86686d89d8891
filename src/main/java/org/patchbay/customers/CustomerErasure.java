package org.patchbay.customers;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.customers.blocks.Block;
import org.patchbay.customers.orders.Order;
import org.patchbay.identity.Accounts;

/** Removes what tells who a customer is, of them and of their orders. Figures stay. */
@ApplicationScoped
public class CustomerErasure {

    private final Accounts accounts;
    private final CustomerSearchIndex searchIndex;

    CustomerErasure(Accounts accounts, CustomerSearchIndex searchIndex) {
        this.accounts = accounts;
        this.searchIndex = searchIndex;
    }

    /**
     * By what else a customer was known.
     *
     * @param accountId null where they could not sign in, as is the user name
     */
    public record Known(@Nullable Long accountId, @Nullable String username, String email) {}

    /**
     * Locks a customer whom the current user sees. A ticket for them is open by then, or is refused, since they are
     * erased.
     *
     * @return whether they are erased already
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean lock(long id) {
        return locked(id).isErased();
    }

    /** The customer, and those whose belongings are theirs since. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Long> withJoined(long id) {
        return Stream.concat(Stream.of(id), Customer.joinedTo(id).stream().map(joined -> joined.id))
                .toList();
    }

    /**
     * Removes them and their sign-in, under the lock of {@link #lock}. From now on their address is free.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where they work here, too
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Known erase(long id) {
        var customer = locked(id);
        var account = customer.accountId;
        var known = new Known(account, account == null ? null : accounts.deleteCustomer(account), customer.email);
        Block.deleteOf(id);
        customer.erase();
        Customer.flush();
        searchIndex.customerRenamed(id, customer.name);
        return known;
    }

    /**
     * Removes the numbers of some of their orders.
     *
     * @return these orders, which are locked
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<OrderView> eraseOrders(long id, int most) {
        var orders = Order.lockKnownOf(id, most);
        orders.forEach(Order::erase);
        Order.flush();
        return orders.stream().map(OrderView::of).toList();
    }

    private static Customer locked(long id) {
        return Customer.lock(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> Customers.unknown(id));
    }
}
