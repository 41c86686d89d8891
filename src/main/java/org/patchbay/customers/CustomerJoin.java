package org.patchbay.customers;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.customers.CustomerBelongings.Things;
import org.patchbay.customers.contacts.CustomerEmail;
import org.patchbay.customers.contacts.Gained;
import org.patchbay.customers.orders.Order;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;

/**
 * Makes two customers one, and two again. The one who is joined stays as a row that names the other: their accounts and
 * their ids at the shop lead there. Both rows are locked, so no ticket is opened meanwhile, and each ticket is, so
 * nothing is said meanwhile.
 */
@ApplicationScoped
public class CustomerJoin {

    private final CustomerSearchIndex searchIndex;
    private final CustomerBelongings belongings;
    private final Cache customersOfAccounts;

    CustomerJoin(
            CustomerSearchIndex searchIndex,
            CustomerBelongings belongings,
            @CacheName("customers-of-accounts") Cache customersOfAccounts) {
        this.searchIndex = searchIndex;
        this.belongings = belongings;
        this.customersOfAccounts = customersOfAccounts;
    }

    /**
     * Gives all that one customer has to another.
     *
     * @throws HttpProblem {@code not-found} where the current user does not see both; {@code conflict} where one is
     *     erased, or was joined to somebody before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Moved join(long from, long to) {
        var locked = Customer.lockAll(List.of(from, to));
        return join(Customers.known(locked, from), Customers.known(locked, to));
    }

    /** Both are locked. */
    Moved join(Customer from, Customer to) {
        from.joinedTo = to.id;
        Customer.flush();
        return CurrentVisibility.ofEverything(() -> {
            var orders = Order.idsOf(from.id);
            Order.give(orders, to.id, to.groupId);
            var things = belongings.move(from.id, to.id);
            var gained = giveContacts(from, to);
            searchIndex.customerRenamed(to.id, to.name);
            forget(from);
            return new Moved(things.tickets(), things.conversations(), orders, gained, CustomerTags.give(from, to));
        });
    }

    /** The one keeps a copy, which is not changed until they part. */
    private static Gained giveContacts(Customer from, Customer to) {
        var theirs = from.contacts();
        var gained =
                to.contacts().missing(theirs, address -> !CustomerEmail.isTaken(address, to.groupId, List.of(from.id)));
        if (from.groupId == to.groupId) {
            CustomerEmail.replace(from.id, from.groupId, List.of());
        }
        if (!gained.equals(Gained.NOTHING)) {
            to.reachAt(to.contacts().plus(theirs, gained));
            Customer.flush();
        }
        return gained;
    }

    private static void takeContactsBack(Customer merged, Customer kept, Gained gained) {
        var left = kept.contacts().minus(merged.contacts(), gained);
        if (!kept.lacksAddress() && !left.addresses().contains(kept.email)) {
            throw ProblemType.CONFLICT.because(CustomerWords.PRIMARY_OF_THE_OTHER, kept.email, kept.id);
        }
        if (!gained.equals(Gained.NOTHING)) {
            kept.reachAt(left);
        }
        merged.beFound();
        Customer.flush();
    }

    /**
     * Gives back what was moved, and is the other's still.
     *
     * @throws HttpProblem as {@link #join(long, long)}; {@code conflict} also where they are not joined
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void part(long from, long to, Moved moved) {
        var locked = Customer.lockAll(List.of(from, to));
        var kept = Customers.known(locked, to);
        var merged = locked.get(from);
        if (merged == null) {
            throw Customers.unknown(from);
        }
        if (merged.isErased() || merged.joinedTo == null || merged.joinedTo != to) {
            throw ProblemType.CONFLICT.because(CustomerWords.NOT_JOINED, from, to);
        }
        merged.joinedTo = null;
        Customer.flush();
        CurrentVisibility.ofEverything(() -> {
            Order.give(Order.idsOf(to, moved.orders()), from, merged.groupId);
            takeContactsBack(merged, kept, moved.contacts());
            kept.tag(kept.tagIds.stream()
                    .filter(tag -> !moved.tags().contains(tag))
                    .toList());
            belongings.move(new Things(moved.tickets(), moved.conversations()), to, from);
            searchIndex.customerRenamed(from, merged.name);
            searchIndex.customerRenamed(to, kept.name);
            forget(merged);
        });
    }

    /** Other replicas forget within seconds. */
    private void forget(Customer customer) {
        long acts = customer.accountId == null ? Customers.actingId(customer.id) : customer.accountId;
        customersOfAccounts.invalidate(acts).await().indefinitely();
    }
}
