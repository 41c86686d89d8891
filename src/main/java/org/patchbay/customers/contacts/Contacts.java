package org.patchbay.customers.contacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How a customer is reached; of each kind the first is the primary one, and none is there twice. */
@RegisterForReflection
public record Contacts(List<EmailAddress> emails, List<PhoneNumber> phones, List<PostalAddress> postalAddresses) {

    /** Of each kind in a request; a merge may make more. */
    public static final int MOST = 20;

    static final int LONGEST_LABEL = 50;

    static final String ONE_LINE = "[^\\x00-\\x1F\\x7F]*";

    public static final Contacts NONE = new Contacts(List.of(), List.of(), List.of());

    public Contacts {
        emails = each(emails, EmailAddress::address);
        phones = each(phones, PhoneNumber::e164);
        postalAddresses = each(postalAddresses, PostalAddress::unlabelled);
    }

    /** An address before others, with the label that it has among them. */
    public static List<EmailAddress> primary(String address, List<EmailAddress> others) {
        var first = new EmailAddress(address, null);
        return joined(
                List.of(others.stream()
                        .filter(other -> other.address().equals(first.address()))
                        .findFirst()
                        .orElse(first)),
                others);
    }

    /** With these e-mail addresses in place of its own. */
    public Contacts withEmails(List<EmailAddress> others) {
        return new Contacts(others, phones, postalAddresses);
    }

    /** Without this e-mail address. */
    public Contacts withoutEmail(String address) {
        return withEmails(
                emails.stream().filter(mail -> !mail.address().equals(address)).toList());
    }

    /** These, where they are said, in place of its own. */
    public Contacts with(@Nullable List<PhoneNumber> otherPhones, @Nullable List<PostalAddress> otherAddresses) {
        return new Contacts(
                emails,
                otherPhones == null ? phones : otherPhones,
                otherAddresses == null ? postalAddresses : otherAddresses);
    }

    /** The e-mail addresses, in their order. */
    public List<String> addresses() {
        return emails.stream().map(EmailAddress::address).toList();
    }

    /** The texts by which a search finds them. */
    public @Nullable String words() {
        var words = Stream.of(
                        addresses().stream(),
                        phones.stream().flatMap(phone -> Stream.of(phone.e164(), phone.number())),
                        postalAddresses.stream().map(PostalAddress::inOneLine))
                .flatMap(Function.identity())
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? null : words;
    }

    /** Which of another's are new here. */
    public Gained missing(Contacts other, Predicate<String> isFree) {
        return new Gained(
                indexes(other.emails, mail -> !addresses().contains(mail.address()) && isFree.test(mail.address())),
                indexes(other.phones, phone -> !has(phones, PhoneNumber::e164, phone)),
                indexes(other.postalAddresses, address -> !has(postalAddresses, PostalAddress::unlabelled, address)));
    }

    /** With some of another's behind its own. */
    public Contacts plus(Contacts other, Gained gained) {
        return new Contacts(
                joined(emails, at(other.emails, gained.emails())),
                joined(phones, at(other.phones, gained.phones())),
                joined(postalAddresses, at(other.postalAddresses, gained.postalAddresses())));
    }

    /** Without some of another's. */
    public Contacts minus(Contacts other, Gained gained) {
        return new Contacts(
                without(emails, EmailAddress::address, at(other.emails, gained.emails())),
                without(phones, PhoneNumber::e164, at(other.phones, gained.phones())),
                without(
                        postalAddresses,
                        PostalAddress::unlabelled,
                        at(other.postalAddresses, gained.postalAddresses())));
    }

    private static <T> List<T> each(List<T> some, Function<T, Object> same) {
        var each = new LinkedHashMap<Object, T>();
        some.forEach(one -> each.putIfAbsent(same.apply(one), one));
        return List.copyOf(each.values());
    }

    private static <T> boolean has(Collection<T> some, Function<T, Object> same, T one) {
        return some.stream().map(same).anyMatch(same.apply(one)::equals);
    }

    private static <T> List<Integer> indexes(List<T> some, Predicate<T> wanted) {
        return IntStream.range(0, some.size())
                .filter(index -> wanted.test(some.get(index)))
                .boxed()
                .toList();
    }

    private static <T> List<T> at(List<T> some, List<Integer> indexes) {
        return indexes.stream().map(some::get).toList();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var joined = new ArrayList<>(some);
        joined.addAll(more);
        return joined;
    }

    private static <T> List<T> without(List<T> some, Function<T, Object> same, List<T> others) {
        return some.stream().filter(one -> !has(others, same, one)).toList();
    }
}
