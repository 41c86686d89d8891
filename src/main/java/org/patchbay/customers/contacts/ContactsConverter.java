package org.patchbay.customers.contacts;

import java.util.Objects;

import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** How a customer is reached, as JSON; nothing at all is null in the column. */
@Converter
public class ContactsConverter extends JsonConverter<Contacts> {

    public ContactsConverter() {
        super(new TypeReference<>() {});
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Contacts contacts) {
        return contacts == null || contacts.equals(Contacts.NONE) ? null : super.convertToDatabaseColumn(contacts);
    }

    @Override
    public Contacts convertToEntityAttribute(@Nullable String column) {
        return Objects.requireNonNullElse(super.convertToEntityAttribute(column), Contacts.NONE);
    }
}
