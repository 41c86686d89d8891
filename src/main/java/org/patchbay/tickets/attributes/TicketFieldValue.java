package org.patchbay.tickets.attributes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldView;
import org.patchbay.shared.tenancy.OrganisationEntity;

/** The value of a ticket's field: a copy by which the ticket is found. */
@Entity
public class TicketFieldValue extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long ticketId;

    long fieldId;

    /** Of a text or a choice; else null. */
    @Column(name = "text_value")
    @Nullable
    String text;

    /** Of a number, and 1 for true; else null. */
    @Column(name = "number_value")
    @Nullable
    BigDecimal number;

    /** Of a date; else null. */
    @Column(name = "date_value")
    @Nullable
    LocalDate date;

    /** @param value of the field's type */
    public static void add(long ticket, FieldView field, Object value) {
        var row = new TicketFieldValue();
        row.ticketId = ticket;
        row.fieldId = field.id();
        switch (field.type()) {
            case TEXT, CHOICE -> row.text = (String) value;
            case NUMBER -> row.number = new BigDecimal(value.toString());
            case DATE -> row.date = LocalDate.parse((String) value);
            case YES_NO -> row.number = (boolean) value ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        row.persist();
    }

    public static void remove(Collection<Long> tickets, Collection<Long> fields) {
        delete("ticketId in ?1 and fieldId in ?2", tickets, fields);
    }
}
