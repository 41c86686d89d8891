package org.patchbay.audit;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An entry as admins see it. */
@RegisterForReflection
record AuditEntryView(
        @Schema(examples = "90210") long id,

        @Schema(description = "The position in the organisation's chain, from 1, without gaps", examples = "17")
        long number,

        Instant at,

        @Schema(
                description = "The account; absent where nobody was signed in: with an address a stranger, without one"
                        + " the system",
                examples = "2",
                nullable = true)
        @Nullable
        Long actorId,

        @Schema(examples = "Alex Admin", nullable = true) @Nullable
        String actorName,

        @Schema(examples = "192.0.2.7", nullable = true) @Nullable
        String address,

        @Schema(implementation = Action.class) String action,

        @Schema(implementation = Action.Subject.class) String subjectType,

        @Schema(description = "Absent where it was erased", examples = "7", nullable = true) @Nullable
        String subjectId,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The view of clients before it, as it was answered then",
                nullable = true)
        @JsonRawValue
        @Nullable
        String before,

        @Schema(
                type = SchemaType.OBJECT,
                description = "The view of clients after it, as it was answered then",
                nullable = true)
        @JsonRawValue
        @Nullable
        String after,

        @Schema(
                description = "Makes the seal hard to guess; absent where it was erased, and in older entries",
                nullable = true)
        @Nullable
        String salt,

        @Schema(
                description =
                        "SHA-256 of what it tells of people, which may be erased, and of the salt; absent in older"
                                + " entries",
                nullable = true)
        @Nullable
        String seal,

        @Schema(description = "Whether what it told of people was erased: a customer's, who asked for it")
        boolean erased,

        @Schema(description = "The hash of the entry before; 64 zeros at the beginning")
        String previousHash,

        @Schema(description = "SHA-256 of the seal, the fields that stay, and the organisation's id")
        String hash) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.id,
                entry.number,
                entry.at,
                entry.actorId,
                entry.actorName,
                entry.address,
                entry.action,
                entry.subjectType,
                entry.subjectId,
                entry.beforeState,
                entry.afterState,
                entry.salt,
                entry.seal,
                entry.erased,
                entry.previousHash,
                entry.hash);
    }
}
