package org.patchbay.sso;

import java.util.Map;

import jakarta.persistence.Converter;

import org.patchbay.shared.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Groups by the value of the claim. */
@Converter
class GroupPlacesConverter extends JsonConverter<Map<String, GroupPlace>> {

    GroupPlacesConverter() {
        super(new TypeReference<>() {});
    }
}
