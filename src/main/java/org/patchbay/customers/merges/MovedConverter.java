package org.patchbay.customers.merges;

import jakarta.persistence.Converter;

import org.patchbay.customers.Moved;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** The ids of what was moved, as JSON. */
@Converter
class MovedConverter extends JsonConverter<Moved> {

    MovedConverter() {
        super(new TypeReference<>() {});
    }
}
