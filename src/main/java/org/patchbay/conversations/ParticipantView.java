package org.patchbay.conversations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody who wrote or read in a conversation. */
@RegisterForReflection
public record ParticipantView(
        @Schema(description = "Their account", examples = "12")
        long id,

        @Schema(examples = "Ada", nullable = true) @Nullable String name,

        @Schema(description = "Whether they are the customer; else they are staff")
        boolean customer,

        @Schema(description = "Whether it is a program, which speaks in the name of the house")
        boolean bot,

        @Schema(description = "They have read the messages up to this number", examples = "17")
        long readUpTo,

        @Schema(description = "A device of theirs has the messages up to this number", examples = "17")
        long deliveredUpTo) {}
