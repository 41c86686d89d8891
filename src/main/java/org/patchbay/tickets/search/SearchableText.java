package org.patchbay.tickets.search;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Filter;
import org.patchbay.groups.CurrentVisibility;
import org.patchbay.groups.Visibility;
import org.patchbay.shared.search.SearchTerms;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.tenancy.RowsAtCommit;

/**
 * Words that a ticket is found by: {@link SearchTerms} of one text that was said about it, of its customer's name, or
 * of what was bought. They are copies, of which nothing is shown to anybody.
 */
@Entity
@Table(name = "ticket_words")
@Filter(name = Visibility.FILTER, condition = Visibility.OF_WORDS, deduceAliasInjectionPoints = false)
public class SearchableText extends OrganisationEntity {

    private static final RowsAtCommit.Table TABLE =
            new RowsAtCommit.Table("ticket_words", List.of("ticket_id", "customer_id", "source", "words", "grams"));

    /** The origin of the words, which decides who finds by them. */
    enum Source {
        /** Said to the customer, or by them. */
        PUBLIC,
        /** Said to colleagues. */
        INTERNAL,
        /** The customer's name. */
        CUSTOMER,
        /** The product of the order. */
        ORDER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    /** The ticket's; of what was bought, who bought it. */
    long customerId;

    @Enumerated(EnumType.STRING)
    Source source;

    String words;

    /** By which the index finds them. */
    String grams;

    /** Adds a text of the ticket's history. */
    public static void said(long ticketId, long customerId, boolean internal, String text) {
        add(ticketId, customerId, internal ? Source.INTERNAL : Source.PUBLIC, text);
    }

    /** Removes a text that was said. */
    public static void unsaid(long ticketId, boolean internal, String text) {
        NativeSql.of("""
                        delete from ticket_words where organisation_id = :organisation and ticket_id = :ticket
                        and source = :source and words = :words limit 1""")
                .set("ticket", ticketId)
                .set("source", (internal ? Source.INTERNAL : Source.PUBLIC).name())
                .set("words", SearchTerms.of(text))
                .update();
    }

    /** Adds the name of the ticket's customer. */
    static void named(long ticketId, long customerId, String name) {
        add(ticketId, customerId, Source.CUSTOMER, name);
    }

    /** Adds what it is about. */
    static void bought(long ticketId, long customerId, String product) {
        add(ticketId, customerId, Source.ORDER, product);
    }

    private static void add(long ticketId, long customerId, Source source, String text) {
        var words = SearchTerms.of(text);
        var grams = SearchTerms.grams(CurrentOrganisation.id(), words);
        RowsAtCommit.insert(TABLE, List.of(ticketId, customerId, source, words, grams));
    }

    /** A customer is called otherwise now. */
    static void rename(long customerId, String name) {
        var words = SearchTerms.of(name);
        update(
                "words = ?1, grams = ?2 where customerId = ?3 and source = ?4",
                words,
                SearchTerms.grams(CurrentOrganisation.id(), words),
                customerId,
                Source.CUSTOMER);
    }

    /** The order of these tickets has another product now, or another customer. */
    static void rename(List<Long> tickets, long customerId, String product) {
        var words = SearchTerms.of(product);
        update(
                "words = ?1, grams = ?2, customerId = ?3 where ticketId in ?4 and source = ?5",
                words,
                SearchTerms.grams(CurrentOrganisation.id(), words),
                customerId,
                tickets,
                Source.ORDER);
    }

    /** From the end of this transaction nobody finds the ticket by any word, until something is said about it again. */
    public static void forgetTicket(long ticketId) {
        CurrentVisibility.ofEverything(() -> delete("ticketId", ticketId));
    }

    /** These tickets are another customer's from now on. */
    public static void give(List<Long> tickets, long to) {
        if (!tickets.isEmpty()) {
            CurrentVisibility.ofEverything(() -> update("customerId = ?2 where ticketId in ?1", tickets, to));
        }
    }

    /** As {@link #forgetTicket}, all tickets of a customer. */
    public static void forgetCustomer(long customerId) {
        CurrentVisibility.ofEverything(() -> delete("customerId", customerId));
    }
}
