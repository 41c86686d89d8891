package org.patchbay.customers;

import java.util.Map;

import jakarta.persistence.Converter;

import org.patchbay.shared.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** A customer's attributes, by name; an empty map is null in the column. */
@Converter
class AttributesConverter extends JsonConverter<Map<String, String>> {

    AttributesConverter() {
        super(new TypeReference<>() {});
    }

    @Override
    public String convertToDatabaseColumn(Map<String, String> attributes) {
        return attributes == null || attributes.isEmpty() ? null : super.convertToDatabaseColumn(attributes);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String column) {
        return column == null ? Map.of() : super.convertToEntityAttribute(column);
    }
}
