package org.patchbay.mails;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Occasions as a comma-separated column. */
@Converter
class MailKindsConverter implements AttributeConverter<Set<MailKind>, String> {

    @Override
    public String convertToDatabaseColumn(Set<MailKind> kinds) {
        return kinds.stream().sorted().map(MailKind::name).collect(Collectors.joining(","));
    }

    @Override
    public Set<MailKind> convertToEntityAttribute(String column) {
        return Arrays.stream(column.split(","))
                .filter(text -> !text.isEmpty())
                .map(MailKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MailKind.class)));
    }
}
