package org.patchbay.tickets.attributes;

import java.util.Map;
import java.util.TreeMap;

import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** The values of a ticket's fields by key, as a column, which is read as a whole; none is null. */
@Converter
public class FieldValues extends JsonConverter<Map<String, Object>> {

    public FieldValues() {
        super(new TypeReference<>() {});
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Map<String, Object> values) {
        return values == null || values.isEmpty() ? null : super.convertToDatabaseColumn(values);
    }

    /** In the order of the keys. */
    @Override
    public Map<String, Object> convertToEntityAttribute(@Nullable String column) {
        var values = super.convertToEntityAttribute(column);
        return values == null ? Map.of() : new TreeMap<>(values);
    }
}
