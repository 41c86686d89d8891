package org.patchbay.sso;

import java.util.Map;

import jakarta.persistence.Converter;

import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** Roles by the value of the claim. */
@Converter
class MappedRolesConverter extends JsonConverter<Map<String, MappedRole>> {

    MappedRolesConverter() {
        super(new TypeReference<>() {});
    }
}
