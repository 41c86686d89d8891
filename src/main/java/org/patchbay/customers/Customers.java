package org.patchbay.customers;

import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Role;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Search;
import org.patchbay.shared.Versions;

/** The customers of an organisation. */
@ApplicationScoped
public class Customers {

    private final Accounts accounts;

    Customers(Accounts accounts) {
        this.accounts = accounts;
    }

    @Transactional
    public CustomerView create(NewCustomer request) {
        Long account = request.signIn() == null
                ? null
                : accounts.create(request.signIn(), request.name(), Set.of(Role.CUSTOMER));
        var customer = Customer.create(account, request.name(), request.email());
        return CustomerView.of(customer);
    }

    @Transactional
    public Page<CustomerView> list(String text, String after, int limit) {
        long afterId = Cursor.id(after);
        var rows = Customer.page(Search.containing(text), afterId, limit + 1);
        return Page.of(rows, limit, CustomerView::of, customer -> Cursor.at(customer.id));
    }

    @Transactional
    public CustomerView read(long id) {
        return CustomerView.of(find(id));
    }

    @Transactional
    public CustomerView update(long id, CustomerChange change, String ifMatch) {
        var customer = find(id);
        Versions.check(ifMatch, customer.version);
        if (customer.accountId != null && !customer.name.equals(change.name())) {
            accounts.rename(customer.accountId, change.name());
        }
        customer.name = change.name();
        customer.email = change.email();
        Customer.flush();
        return CustomerView.of(customer);
    }

    /** Refused while orders or tickets refer to the customer. */
    @Transactional
    public void delete(long id, String ifMatch) {
        var customer = find(id);
        Versions.check(ifMatch, customer.version);
        customer.delete();
        Customer.flush();
        if (customer.accountId != null) {
            accounts.delete(customer.accountId);
        }
    }

    /** The customer that this account belongs to. */
    @Transactional
    public Optional<Long> ofAccount(Actor actor) {
        return Customer.byAccount(actor.accountId()).map(customer -> customer.id);
    }

    /** Whether the actor may work with what is this customer's: customers with their own, others with everybody's. */
    @Transactional
    public boolean mayServe(Actor actor, long customerId) {
        return !actor.isOnlyCustomer()
                || ofAccount(actor).filter(own -> own == customerId).isPresent();
    }

    private static Customer find(long id) {
        return Customer.byId(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no customer " + id + "."));
    }
}
