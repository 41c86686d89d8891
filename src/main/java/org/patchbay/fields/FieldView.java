package org.patchbay.fields;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A field as clients see it. */
@RegisterForReflection
public record FieldView(
        @Schema(examples = "4") long id,
        @Schema(examples = "serial_number") String key,
        @Schema(examples = "Serial number") String label,
        FieldType type,

        @Schema(description = "Of a CHOICE; else empty") List<String> options,

        @Schema(description = "Whether no more tickets get a value; those that have one keep it")
        boolean archived,

        @Schema(description = "Also the ETag", examples = "0")
        int version) {

    static FieldView of(FieldDefinition field) {
        return new FieldView(
                field.id, field.key, field.label, field.type, field.options(), field.archived, field.version);
    }
}
