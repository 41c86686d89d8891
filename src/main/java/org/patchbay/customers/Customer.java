package org.patchbay.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.orders.Order;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** A customer, with an account where they sign in themselves. */
@Entity
@Filter(name = Visibility.FILTER, condition = Visibility.OF_CUSTOMERS, deduceAliasInjectionPoints = false)
class Customer extends OrganisationEntity {

    /** Checks only the length of the subtags, not their meaning. */
    static final String LANGUAGE = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*";

    static final int MAX_ATTRIBUTES = 50;

    private static final String OF_VISITORS = "@visitor.invalid";

    private static final String VISITOR = "visitor-";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long groupId;

    @Nullable
    Long accountId;

    String name;

    String email;

    @Nullable
    String language;

    @Convert(converter = AttributesConverter.class)
    Map<String, String> attributes;

    Instant createdAt;

    /** When it was asked that they be erased; null for all others. */
    @Nullable
    Instant erasedAt;

    @Version
    int version;

    static Customer create(
            long groupId,
            @Nullable Long accountId,
            String name,
            String email,
            @Nullable String language,
            @Nullable Map<String, String> attributes) {
        var customer = new Customer();
        customer.groupId = groupId;
        customer.accountId = accountId;
        customer.call(name, email);
        customer.know(language, attributes);
        customer.createdAt = Times.now();
        customer.persist();
        return customer;
    }

    void call(String newName, String newEmail) {
        name = newName;
        email = Spelling.folded(newEmail);
    }

    void know(@Nullable String newLanguage, @Nullable Map<String, String> newAttributes) {
        language = newLanguage;
        attributes = newAttributes == null ? Map.of() : newAttributes;
    }

    /** Whether they talk without an account of their own, and gave no address. */
    boolean isVisitor() {
        return email.endsWith(OF_VISITORS);
    }

    /** Whether they are a visitor who did not say how to call them: their name ends as their secret begins. */
    boolean isNameless() {
        return email.startsWith(VISITOR + Spelling.folded(name.substring(name.lastIndexOf(' ') + 1))) && isVisitor();
    }

    /** Nobody's, ever (RFC 2606), as an address of a visitor. */
    static String addressOf(String username) {
        return username + OF_VISITORS;
    }

    static String visitorsName(String secret) {
        return VISITOR + secret;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /** Nothing here tells from now on who it was. The group stays, which is a figure. */
    void erase() {
        name = Order.ERASED + id;
        // Nobody's, ever (RFC 2606).
        email = name + "@erased.invalid";
        language = null;
        attributes = Map.of();
        accountId = null;
        erasedAt = Times.now();
    }

    static Optional<Customer> byId(long id) {
        return findByIdOptional(id);
    }

    /** Waits for the row's lock, which {@code READ} shares with others who read. */
    static Optional<Customer> lock(long id, LockModeType mode) {
        return Customer.<Customer>find("id", id).withLock(mode).firstResultOptional();
    }

    static boolean isTaken(String email) {
        return count("email", Spelling.folded(email)) > 0;
    }

    static Optional<Customer> byAccount(long accountId) {
        return find("accountId", accountId).firstResultOptional();
    }

    /** The customers of this address in any case, one of each group at most. */
    static List<Customer> byEmail(String email) {
        return Customer.<Customer>find("email = ?1 order by id", email).stream()
                .filter(customer -> customer.email.equalsIgnoreCase(email))
                .toList();
    }

    /** The customers of those ids that exist. */
    static Map<Long, Customer> byIds(Collection<Long> ids) {
        return Customer.<Customer>find("id in ?1", ids).stream()
                .collect(Collectors.toMap(customer -> customer.id, customer -> customer, (one, same) -> one));
    }

    static List<Customer> page(@Nullable String nameOrEmailPart, @Nullable Long groupId, long afterId, int size) {
        return find(
                        "id > ?1 and (?2 is null or " + Search.contains("?2", "name", "email") + ")"
                                + " and (?3 is null or groupId = ?3) order by id",
                        afterId,
                        nameOrEmailPart,
                        groupId)
                .page(0, size)
                .list();
    }
}
