package org.patchbay.tags;

import java.util.List;

import jakarta.persistence.Converter;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** The tags of something as a column, which is read as a whole; none is null. */
@Converter
public class TagIdsConverter extends JsonConverter<List<Long>> {

    public TagIdsConverter() {
        super(new TypeReference<>() {});
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Long> tags) {
        return tags == null || tags.isEmpty() ? null : super.convertToDatabaseColumn(tags);
    }

    @Override
    public List<Long> convertToEntityAttribute(@Nullable String column) {
        var tags = super.convertToEntityAttribute(column);
        return tags == null ? List.of() : tags;
    }
}
