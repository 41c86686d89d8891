package org.patchbay.customers;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Groups;
import org.patchbay.identity.PasswordlessAccounts;
import org.patchbay.identity.Role;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.problems.ProblemType;

/** The customers for whom their shop vouches, by ids of its own. */
@ApplicationScoped
public class VouchedCustomers {

    private final PasswordlessAccounts accounts;
    private final Groups groups;
    private final CustomerSearchIndex searchIndex;
    private final CustomerJoin join;
    private final Audit audit;

    VouchedCustomers(
            PasswordlessAccounts accounts,
            Groups groups,
            CustomerSearchIndex searchIndex,
            CustomerJoin join,
            Audit audit) {
        this.accounts = accounts;
        this.groups = groups;
        this.searchIndex = searchIndex;
        this.join = join;
        this.audit = audit;
    }

    /**
     * Makes sure that the customer is there, as their shop says. A visitor becomes the customer, or all that was theirs
     * the customer's: they are the same person. No address makes two people one.
     *
     * @param asking the account of the browser that asks; null where nobody is signed in
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code unauthorized} where the account may more than a
     *     customer
     */
    @Transactional
    public Welcomed welcome(Vouched said, @Nullable Long asking) {
        return CurrentVisibility.ofEverything(() -> {
            var known = Customer.byExternalId(said.externalId()).map(customer -> customer.id);
            var visiting = Optional.ofNullable(asking)
                    .flatMap(Customer::byAccount)
                    .filter(Customer::isVisitor)
                    .map(customer -> customer.id);
            var heir = known.flatMap(Customer::byId).map(Customer::heir);
            var locked = Customer.lockAll(
                    Stream.of(known, heir, visiting).flatMap(Optional::stream).toList());
            var visitor = visiting.map(locked::get).filter(Customer::isVisitor);
            var customer = known.map(locked::get).or(() -> visitor).orElseGet(() -> newcomer(said));
            boolean news = hear(customer, said);
            visitor.filter(other -> other != customer)
                    .ifPresent(other -> join(other, heir.map(locked::get).orElse(customer)));
            long account = account(customer);
            return new Welcomed(account, news || !Objects.equals(asking, account));
        });
    }

    private Customer newcomer(Vouched said) {
        return Customer.create(
                groups.forCustomer(null),
                null,
                said.externalId(),
                Customer.addressOf("customer-" + RandomSecrets.random()));
    }

    private boolean hear(Customer customer, Vouched said) {
        var before = customer.identifiedAt == null ? null : CustomerView.of(customer);
        var name = customer.name;
        if (!customer.hear(said)) {
            return false;
        }
        Customer.flush();
        if (!name.equals(customer.name)) {
            searchIndex.customerRenamed(customer.id, customer.name);
            if (customer.accountId != null) {
                accounts.rename(customer.accountId, customer.name);
            }
        }
        audit.record(Action.CUSTOMER_IDENTIFIED, customer.id, before, CustomerView.of(customer));
        return true;
    }

    private void join(Customer from, Customer to) {
        var before = CustomerView.of(from);
        join.join(from, to);
        audit.record(Action.CUSTOMER_JOINED, from.id, before, CustomerView.of(to));
    }

    private long account(Customer customer) {
        if (customer.accountId == null) {
            customer.accountId =
                    accounts.create("customer-" + RandomSecrets.random(), customer.name, Set.of(Role.CUSTOMER));
            Customer.flush();
        }
        if (!accounts.rolesOf(customer.accountId).equals(Set.of(Role.CUSTOMER))) {
            throw ProblemType.UNAUTHORIZED.because(CustomerWords.NOT_VOUCHED);
        }
        return customer.accountId;
    }
}
