package org.patchbay.sso;

import java.util.Map;

import jakarta.persistence.Converter;

import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Groups by the value of the claim. */
@Converter
class MappedGroupsConverter extends JsonConverter<Map<String, MappedGroup>> {

    MappedGroupsConverter() {
        super(new TypeReference<>() {});
    }
}
