package org.patchbay.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.contacts.Contacts;
import org.patchbay.customers.contacts.ContactsConverter;
import org.patchbay.customers.contacts.CustomerEmail;
import org.patchbay.customers.contacts.EmailAddress;
import org.patchbay.customers.contacts.PhoneNumber;
import org.patchbay.customers.marks.CustomerTag;
import org.patchbay.customers.orders.Order;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;
import org.patchbay.tags.TagIdsConverter;

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

    /** Empty of those who have one address alone. */
    @Convert(converter = ContactsConverter.class)
    Contacts contacts = Contacts.NONE;

    /** The texts by which a search finds them. */
    @Nullable
    String contactWords;

    @Convert(converter = TagIdsConverter.class)
    List<Long> tagIds = List.of();

    Instant createdAt;

    /** By what their shop, or another system of the organisation, knows them. */
    @Nullable
    String externalId;

    /** The address that the shop tells of them. Nobody confirmed it, so they are not known by it. */
    @Nullable
    String toldEmail;

    /** Since when the shop vouches for them. */
    @Nullable
    Instant identifiedAt;

    /** The customer to whom all that was theirs belongs since. */
    @Nullable
    Long joinedTo;

    /** When it was asked that they be erased; null for all others. */
    @Nullable
    Instant erasedAt;

    @Version
    int version;

    static Customer create(long groupId, @Nullable Long accountId, String name, String email) {
        return create(groupId, accountId, new NewCustomer(name, email, null, null));
    }

    static Customer create(long groupId, @Nullable Long accountId, NewCustomer request) {
        var customer = new Customer();
        customer.groupId = groupId;
        customer.accountId = accountId;
        customer.name = request.name();
        customer.email = Spelling.folded(request.email());
        customer.know(request.language(), request.attributes());
        customer.createdAt = Times.now();
        if (!customer.lacksAddress()) {
            customer.note(request.contacts());
        }
        customer.persist();
        if (!customer.lacksAddress()) {
            customer.beFound();
        }
        return customer;
    }

    /** How they are reached, with their own address, which comes first. */
    Contacts contacts() {
        return contacts.emails().isEmpty() && !lacksAddress()
                ? contacts.withEmails(List.of(new EmailAddress(email, null)))
                : contacts;
    }

    /**
     * Changes how they are reached. The first address is from now on the one by which they are known, if they are known
     * by one at all.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code validation-failed} where none is left of one who is
     *     known by it
     */
    void reachAt(Contacts now) {
        if (!lacksAddress()) {
            email = now.addresses().stream()
                    .findFirst()
                    .orElseThrow(() -> ProblemType.VALIDATION_FAILED.because(CustomerWords.AN_ADDRESS_STAYS));
        }
        note(now);
        beFound();
    }

    private void note(Contacts now) {
        contacts = now;
        contactWords = now.words();
    }

    /** By all their addresses, in their group. */
    void beFound() {
        CustomerEmail.replace(id, groupId, contacts().addresses());
    }

    void know(@Nullable String newLanguage, @Nullable Map<String, String> newAttributes) {
        language = newLanguage;
        attributes = newAttributes == null ? Map.of() : newAttributes;
    }

    /**
     * Takes over what their shop says; what it does not say stays.
     *
     * @return whether that is news
     */
    boolean hear(Vouched said) {
        var saidName = Objects.requireNonNullElse(said.name(), name);
        var saidEmail = said.email() == null ? toldEmail : Spelling.folded(said.email());
        var saidLanguage = said.language() == null ? language : said.language();
        if (identifiedAt != null
                && saidName.equals(name)
                && Objects.equals(saidEmail, toldEmail)
                && Objects.equals(saidLanguage, language)) {
            return false;
        }
        externalId = said.externalId();
        name = saidName;
        toldEmail = saidEmail;
        language = saidLanguage;
        identifiedAt = identifiedAt == null ? Times.now() : identifiedAt;
        return true;
    }

    /** They bear these tags from now on, and no others. */
    void tag(Collection<Long> tags) {
        var before = tagIds;
        tagIds = tags.stream().distinct().toList();
        CustomerTag.remove(
                id, before.stream().filter(tag -> !tagIds.contains(tag)).toList());
        CustomerTag.add(id, tagIds.stream().filter(tag -> !before.contains(tag)).toList());
    }

    /** Whether they talk without an account of their own, and nobody says who they are. */
    boolean isVisitor() {
        return lacksAddress() && externalId == null && joinedTo == null && !isErased();
    }

    /** Where mails for them go; null where nobody said. */
    @Nullable
    String address() {
        return lacksAddress() && toldEmail != null
                ? toldEmail
                : contacts().addresses().stream().findFirst().orElse(null);
    }

    /** Whether they are known by no address: a visitor, or somebody whom the shop brought. */
    boolean lacksAddress() {
        return email.endsWith(OF_VISITORS);
    }

    /** Whether they are a visitor who did not say how to call them: their name ends as their secret begins. */
    boolean isNameless() {
        return email.startsWith(VISITOR + Spelling.folded(name.substring(name.lastIndexOf(' ') + 1))) && isVisitor();
    }

    /** The id of the customer whom requests of their account are about. */
    long heir() {
        var heir = this;
        while (heir.joinedTo != null) {
            heir = byId(heir.joinedTo).orElseThrow();
        }
        return heir.id;
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
        tag(List.of());
        note(Contacts.NONE);
        CustomerEmail.replace(id, groupId, List.of());
        language = null;
        attributes = Map.of();
        accountId = null;
        externalId = null;
        toldEmail = null;
        erasedAt = Times.now();
    }

    static Optional<Customer> byId(long id) {
        return findByIdOptional(id);
    }

    /** Waits for the row's lock, which {@code READ} shares with others who read. */
    static Optional<Customer> lock(long id, LockModeType mode) {
        return Customer.<Customer>find("id", id).withLock(mode).firstResultOptional();
    }

    /** Waits for the locks of their rows, which are taken in one order. */
    static Map<Long, Customer> lockAll(Collection<Long> ids) {
        return Customer.<Customer>find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .collect(Collectors.toMap(customer -> customer.id, customer -> customer));
    }

    static Optional<Customer> byExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    /** Those whose belongings are this customer's since, also by way of others. */
    static List<Customer> joinedTo(long id) {
        return Customer.<Customer>find("joinedTo = ?1 order by id", id).stream()
                .flatMap(joined -> Stream.concat(Stream.of(joined), joinedTo(joined.id).stream()))
                .toList();
    }

    /** By their account, or by the number that stands for one where they have none. */
    static Optional<Customer> acting(long accountId) {
        return accountId < 0 ? byId(-accountId) : byAccount(accountId);
    }

    static Optional<Customer> byAccount(long accountId) {
        return find("accountId", accountId).firstResultOptional();
    }

    /** The customers of this address in any case, one of each group at most. */
    static List<Customer> byEmail(String email) {
        return Customer.<Customer>find("email = ?1 and joinedTo is null order by id", email).stream()
                .filter(customer -> customer.email.equalsIgnoreCase(email))
                .toList();
    }

    /** All who are or were known by it, those who were joined to others among them. */
    static List<Long> everKnownBy(String email) {
        return find("select id from Customer where email = ?1", email)
                .project(Long.class)
                .list();
    }

    /** The customers of those ids that exist. */
    static Map<Long, Customer> byIds(Collection<Long> ids) {
        return Customer.<Customer>find("id in ?1", ids).stream()
                .collect(Collectors.toMap(customer -> customer.id, customer -> customer, (one, same) -> one));
    }

    static List<Customer> page(CustomerSearch search, long afterId, int size) {
        return find(
                        "id > ?1 and joinedTo is null and (?2 is null or "
                                + Search.contains("?2", "name", "email", "toldEmail", "externalId", "contactWords")
                                + " or ?4 is not null and " + Search.contains("?4", "contactWords") + ")"
                                + " and (?3 is null or groupId = ?3) and (?5 is null or externalId = ?5)"
                                + " and (?6 is null or"
                                + " id in (select g.customerId from CustomerTag g where g.tagId = ?6))"
                                + " order by id",
                        afterId,
                        search.text(),
                        search.groupId(),
                        PhoneNumber.sought(search.text()),
                        search.externalId(),
                        search.tagId())
                .page(0, size)
                .list();
    }
}
