package org.patchbay.customers;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.customers.blocks.Block;
import org.patchbay.customers.contacts.CustomerEmail;
import org.patchbay.customers.orders.Order;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Groups;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.Actor;
import org.patchbay.identity.Contact;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.Role;
import org.patchbay.identity.SignUps.Newcomer;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;

import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNull;

/** The customers of an organisation. */
@ApplicationScoped
public class Customers {

    private final Accounts accounts;
    private final Groups groups;
    private final CustomerSearchIndex searchIndex;
    private final CustomerTags tags;
    private final Audit audit;

    Customers(Accounts accounts, Groups groups, CustomerSearchIndex searchIndex, CustomerTags tags, Audit audit) {
        this.accounts = accounts;
        this.groups = groups;
        this.searchIndex = searchIndex;
        this.tags = tags;
        this.audit = audit;
    }

    @Transactional
    public CustomerView create(NewCustomer request) {
        if (request.signIn() != null && !CurrentVisibility.current().allCustomers()) {
            throw ProblemType.FORBIDDEN.because(IdentityWords.NAMES_ARE_UNIQUE);
        }
        long group = groups.forCustomer(request.groupId());
        Long account = request.signIn() == null
                ? null
                : accounts.create(
                        request.signIn(),
                        request.name(),
                        Set.of(Role.CUSTOMER),
                        new Contact(request.email(), request.language()));
        var customer = Customer.create(group, account, request);
        if (request.tagIds() != null) {
            tags.set(customer, request.tagIds());
            Customer.flush();
        }
        var view = CustomerView.of(customer);
        audit.record(Action.CUSTOMER_CREATED, view.id(), null, view);
        return view;
    }

    /**
     * Makes a newcomer, whose address is proven, the customer who was known by it, with their orders; else a new one.
     * Others who only had the address among theirs lose it, and nothing else.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code already-exists} where that customer signs in
     *     otherwise; {@code blocked} where one who has the address is
     */
    @Transactional
    public CustomerView welcome(Newcomer newcomer) {
        long group = groups.forCustomer(null);
        var known = Customer.byEmail(newcomer.email());
        if (known.stream().anyMatch(customer -> customer.accountId != null && customer.groupId == group)) {
            throw Accounts.known();
        }
        var existing =
                known.stream().filter(customer -> customer.accountId == null).findFirst();
        var before = existing.map(CustomerView::of).orElse(null);
        var customer = existing.orElseGet(() -> newcomer(group, newcomer));
        customer.accountId = newcomer.account();
        accounts.rename(newcomer.account(), customer.name);
        Customer.flush();
        var view = CustomerView.of(customer);
        audit.record(Action.CUSTOMER_SIGNED_UP, view.id(), before, view);
        return view;
    }

    private Customer newcomer(long group, Newcomer newcomer) {
        var email = Spelling.folded(newcomer.email());
        var holders = CustomerEmail.holders(email);
        if (Block.isAnyBlocked(Stream.concat(holders.stream(), Customer.everKnownBy(email).stream())
                .toList())) {
            throw ProblemType.BLOCKED.problem().build();
        }
        Customer.lockAll(holders).values().stream()
                .filter(holder -> holder.groupId == group)
                .forEach(holder -> giveWay(holder, email));
        return Customer.create(group, null, newcomer.name(), email);
    }

    private void giveWay(Customer holder, String email) {
        if (holder.joinedTo != null) {
            CustomerEmail.free(email, holder.id);
            return;
        }
        var before = CustomerView.of(holder);
        holder.reachAt(holder.contacts().withoutEmail(email));
        Customer.flush();
        audit.record(Action.CUSTOMER_UPDATED, holder.id, before, CustomerView.of(holder));
    }

    /**
     * A customer who shows otherwise than by a session who they are.
     *
     * @param email where mails for them go now
     * @param actor with the customer's account; without one, by an id that no account has
     */
    public record Acting(String email, Actor actor) {}

    /** A customer who acts without a session; empty where there is none, or they have no address, or are erased. */
    @Transactional
    public Optional<Acting> acting(long id) {
        return Customer.byId(id)
                .filter(customer -> !customer.isErased() && customer.address() != null)
                .map(customer -> new Acting(
                        requireNonNull(customer.address()),
                        new Actor(
                                customer.organisationId(),
                                accountOf(customer),
                                customer.name,
                                Set.of(Role.CUSTOMER),
                                Optional.empty())));
    }

    /** By which a customer without an account acts; no account has it. */
    public static long actingId(long customer) {
        return -customer;
    }

    private static long accountOf(Customer customer) {
        return customer.accountId == null ? actingId(customer.id) : customer.accountId;
    }

    /** Whether the account is a customer's. */
    @Transactional
    public boolean isCustomer(long account) {
        return Customer.byAccount(account).isPresent();
    }

    /** Whether a customer has this address. */
    @Transactional
    public boolean isTaken(String email) {
        return CustomerEmail.isTaken(email);
    }

    /** The user name of a visitor. */
    public static String visitorsName(String secret) {
        return Customer.visitorsName(secret);
    }

    /** Makes the customer of a visitor's account. */
    @Transactional
    public void createVisitor(long account, String name, String username) {
        create(account, name, Customer.addressOf(username));
    }

    /** Makes the customer of an existing account. */
    @Transactional
    public void create(long account, String name, String email) {
        var view = CustomerView.of(Customer.create(groups.forCustomer(null), account, name, email));
        audit.record(Action.CUSTOMER_CREATED, view.id(), null, view);
    }

    @Transactional
    Page<CustomerView> list(CustomerSearch search, @Nullable String after, int limit) {
        var rows = Customer.page(search, Cursor.id(after), limit + 1);
        return Page.of(rows, limit, CustomerView::of, customer -> Cursor.at(customer.id));
    }

    @Transactional
    public CustomerView read(long id) {
        return CustomerView.of(find(id));
    }

    /**
     * A customer to open a ticket for; for one who was joined to another, that one. An erasure of them waits until it
     * is there.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found}; {@code conflict} where they are erased
     */
    @Transactional
    public CustomerView forTicket(long id) {
        var customer = Customer.lock(id, LockModeType.PESSIMISTIC_READ);
        var heir = customer.map(found -> found.joinedTo);
        return heir.isPresent()
                ? CurrentVisibility.ofEverything(() -> forTicket(heir.get()))
                : CustomerView.of(known(customer, id));
    }

    /**
     * A customer whom the current user sees, and of whom something is to be changed.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code not-found}; {@code conflict} where they are erased, or
     *     were joined to another
     */
    @Transactional
    public CustomerView forChange(long id) {
        return CustomerView.of(known(Customer.lock(id, LockModeType.PESSIMISTIC_WRITE), id));
    }

    /** The customer of an account, or who acts without one, and those to whom they were joined, one after the other. */
    @Transactional
    public List<Long> lineOf(long account) {
        return Stream.iterate(Customer.acting(account), Optional::isPresent, Customers::heir)
                .map(customer -> customer.orElseThrow().id)
                .toList();
    }

    private static Optional<Customer> heir(Optional<Customer> customer) {
        return customer.map(found -> found.joinedTo).flatMap(Customer::byId);
    }

    /** The names of those of them whom the current user sees, by their ids. */
    @Transactional
    public Map<Long, String> names(Collection<Long> ids) {
        return Customer.byIds(ids).values().stream()
                .collect(Collectors.toMap(customer -> customer.id, customer -> customer.name));
    }

    /**
     * The ids by which they have acted, and by which those have whose belongings are theirs since: of their accounts,
     * and of customers without one.
     */
    @Transactional
    public Set<Long> accounts(Collection<Long> ids) {
        return Stream.concat(
                        Customer.byIds(ids).values().stream(),
                        ids.stream().distinct().flatMap(id -> Customer.joinedTo(id).stream()))
                .flatMap(customer -> Stream.of(customer.accountId, actingId(customer.id)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The facts that a customer may tell of themselves, and that are not known yet. */
    @Transactional
    public Set<PersonalFact> unknownFacts(long id) {
        var customer = find(id);
        return Stream.of(PersonalFact.values())
                .filter(fact -> !fact.isKnownOf(customer))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PersonalFact.class)));
    }

    /** Notes what a customer tells of themselves that was not known yet. Nobody has confirmed it. */
    @Transactional
    public void introduce(long id, Map<PersonalFact, String> told) {
        var customer = known(Customer.lock(id, LockModeType.PESSIMISTIC_WRITE), id);
        var before = CustomerView.of(customer);
        var attributes = new TreeMap<>(customer.attributes);
        told.forEach((fact, value) -> {
            switch (fact) {
                case NAME -> rename(customer, value);
                case EMAIL, PHONE -> attributes.put(fact.attribute(), value);
            }
        });
        customer.know(customer.language, attributes);
        Customer.flush();
        audit.record(Action.CUSTOMER_UPDATED, id, before, CustomerView.of(customer));
    }

    private void rename(Customer customer, String name) {
        customer.name = name;
        if (customer.accountId != null) {
            accounts.rename(customer.accountId, name);
        }
        searchIndex.customerRenamed(customer.id, name);
    }

    /**
     * Changes a customer.
     *
     * @throws HttpProblem {@code forbidden} where an agent would change the address to which links to a password go
     */
    @Transactional
    public CustomerView update(Actor actor, long id, CustomerChange change, @Nullable String ifMatch) {
        var customer = known(Customer.byId(id), id);
        EntityTags.check(ifMatch, customer.version);
        var before = CustomerView.of(customer);
        if (change.groupId() != null && change.groupId() != customer.groupId) {
            customer.groupId = groups.forCustomer(change.groupId());
            Order.move(id, customer.groupId);
        }
        customer.name = change.name();
        customer.know(change.language(), change.attributes());
        customer.reachAt(change.contactsAfter(customer));
        if (change.tagIds() != null) {
            tags.set(customer, change.tagIds());
        }
        Customer.flush();
        if (customer.accountId != null) {
            tellAccount(actor, customer.accountId, before, customer);
        }
        if (!before.name().equals(customer.name)) {
            searchIndex.customerRenamed(id, customer.name);
        }
        var after = CustomerView.of(customer);
        audit.record(Action.CUSTOMER_UPDATED, id, before, after);
        return after;
    }

    private void tellAccount(Actor actor, long account, CustomerView before, Customer customer) {
        if (!before.name().equals(customer.name)) {
            accounts.rename(account, customer.name);
        }
        if (customer.lacksAddress()) {
            return;
        }
        if (!customer.email.equals(before.email())) {
            checkAddress(actor);
        }
        accounts.contact(account, new Contact(customer.email, customer.language));
    }

    private static void checkAddress(Actor actor) {
        if (!CurrentVisibility.current().allCustomers()) {
            throw ProblemType.FORBIDDEN.because(CustomerWords.ADDRESSES_ARE_UNIQUE);
        }
        if (!actor.is(Role.SUPERVISOR, Role.ADMIN, Role.INTEGRATION)) {
            throw ProblemType.FORBIDDEN.because(CustomerWords.ADDRESS_OF_SIGN_IN);
        }
    }

    /** Refused while orders or tickets refer to the customer. */
    @Transactional
    public void delete(long id, @Nullable String ifMatch) {
        var customer = known(Customer.byId(id), id);
        EntityTags.check(ifMatch, customer.version);
        customer.delete();
        Customer.flush();
        if (customer.accountId != null) {
            accounts.delete(customer.accountId);
        }
        audit.record(Action.CUSTOMER_DELETED, id, CustomerView.of(customer), null);
    }

    static Customer find(long id) {
        return Customer.byId(id).orElseThrow(() -> unknown(id));
    }

    static Customer known(Map<Long, Customer> found, long id) {
        return known(Optional.ofNullable(found.get(id)), id);
    }

    static Customer known(Optional<Customer> found, long id) {
        var customer = found.orElseThrow(() -> unknown(id));
        if (customer.isErased()) {
            throw erased(id);
        }
        if (customer.joinedTo != null) {
            throw ProblemType.CONFLICT.because(CustomerWords.JOINED, id, customer.joinedTo);
        }
        return customer;
    }

    static HttpProblem unknown(long id) {
        return ProblemType.NOT_FOUND.because(CustomerWords.NO_CUSTOMER, id);
    }

    static HttpProblem erased(long id) {
        return ProblemType.CONFLICT.because(CustomerWords.ERASED, id);
    }
}
