package org.patchbay.customers;

import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** A customer's attributes, by name; an empty map is null in the column. */
@Converter
class AttributesConverter extends JsonConverter<Map<String, String>> {

    AttributesConverter() {
        super(new TypeReference<>() {});
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, String> attributes) {
        return attributes == null || attributes.isEmpty() ? null : super.convertToDatabaseColumn(attributes);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(@Nullable String column) {
        return Objects.requireNonNullElse(super.convertToEntityAttribute(column), Map.of());
    }
}
