package org.patchbay.pages;

import java.util.List;

import jakarta.persistence.Converter;

import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Origins as JSON. */
@Converter
class OriginsConverter extends JsonConverter<List<Origin>> {

    OriginsConverter() {
        super(new TypeReference<>() {});
    }
}
