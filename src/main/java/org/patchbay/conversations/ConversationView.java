package org.patchbay.conversations;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A conversation as clients see it. */
@RegisterForReflection
public record ConversationView(
        @Schema(description = "The number of the ticket that it began with", examples = "4711")
        long id,

        @Schema(description = "The ticket that it is about now", examples = "4711")
        long ticketId,

        @Schema(description = "The number of the last message that the reader may see; 0 for none", examples = "17")
        long lastNumber,

        @Schema(description = "When something was said last", nullable = true) @Nullable
        Instant lastAt,

        @Schema(description = "When the customer wrote the first message that staff has not answered", nullable = true)
        @Nullable
        Instant unansweredSince,

        @Schema(description = "Those who wrote or read in it; customers see the staff who wrote to them")
        List<ParticipantView> participants) {}
