package org.patchbay.conversations;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A note in which somebody is mentioned. */
@RegisterForReflection
record MentionView(
        @Schema(examples = "4711") long conversationId,

        @Schema(description = "The note's number", examples = "17")
        long messageNumber,

        @Schema(description = "The ticket that it is about", examples = "4711")
        long ticketId,

        MessageView.AuthorView author,

        @Schema(description = "Absent once it is erased or removed", nullable = true) @Nullable
        String text,

        Instant at,

        @Schema(description = "Whether its reader has read the conversation up to there")
        boolean read) {

    static MentionView of(MessageView message, boolean read) {
        return new MentionView(
                message.conversationId(),
                message.number(),
                message.ticketId(),
                message.author(),
                message.text(),
                message.at(),
                read);
    }
}
