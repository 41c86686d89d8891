package org.patchbay.identity.accounts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import org.patchbay.identity.Role;

/** Roles as a comma-separated column; empty for a person from whom an identity provider took all. */
@Converter
class RolesConverter implements AttributeConverter<Set<Role>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Role> roles) {
        return roles.stream().sorted().map(Role::text).collect(Collectors.joining(","));
    }

    @Override
    public Set<Role> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(","))
                .filter(text -> !text.isEmpty())
                .map(Role::ofText)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
