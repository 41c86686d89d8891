package org.patchbay.feed;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.activity.ActivityView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An event as clients get it, the same for all who see it. */
@RegisterForReflection
record FeedMessage(
        @Schema(
                description = "Ascends; what comes next is asked for with `after`. Of HELLO and RESET: only what has a"
                        + " greater number follows. ACTIVITY, POSITION and CALL have none",
                examples = "17",
                nullable = true)
        @Nullable
        Long number,

        @Schema(
                description =
                        "HELLO comes first. RESET comes where what was missed is not known any more: read your lists"
                                + " anew. PRESENCE is of an agent, CONFIGURATION of what `about` tells, ACTIVITY of"
                                + " somebody who looks at the same conversation as you, POSITION of one who read on"
                                + " there, CALL of a call that one is in; all others are lines of a ticket's history",
                examples = "ASSIGNED")
        String type,

        @Schema(examples = "4711", nullable = true) @Nullable
        Long ticketId,

        @Schema(description = "The ticket's after it", examples = "IN_PROGRESS", nullable = true) @Nullable
        String status,

        @Schema(examples = "2", nullable = true) @Nullable Long queueId,

        @Schema(
                description = "The agent who held the ticket, or was given it, or whose presence it is",
                examples = "7",
                nullable = true)
        @Nullable
        Long agentId,

        @Schema(examples = "AVAILABLE", nullable = true) @Nullable
        String presence,

        @Schema(description = "Of which kind of thing the list changed", examples = "QUEUE", nullable = true) @Nullable
        String about,

        @Schema(
                description = "Where a message came with it, or lost words or files; of ACTIVITY and POSITION always",
                examples = "4711",
                nullable = true)
        @Nullable
        Long conversationId,

        @Schema(
                description = "The message's number in the conversation: read what comes after the last one you have",
                examples = "17",
                nullable = true)
        @Nullable
        Long messageNumber,

        @Schema(description = "Of ACTIVITY", nullable = true) @Nullable
        ActivityView activity,

        @Schema(description = "Of CALL: read it, or report one's part in it", examples = "31", nullable = true)
        @Nullable
        Long callId,

        @Schema(nullable = true) @Nullable Instant at,

        @Schema(
                description = "Of HELLO and RESET: when the pages that are served here were built",
                examples = "2026-11-29T09:30:00.000Z",
                nullable = true)
        @Nullable
        String pages) {

    static final String HELLO = "HELLO";
    static final String RESET = "RESET";
    static final String ACTIVITY = "ACTIVITY";
    static final String POSITION = "POSITION";
    static final String CALL = "CALL";

    static FeedMessage of(FeedEvent event) {
        var said = event.said();
        return new FeedMessage(
                event.number(),
                event.type(),
                event.ticketId(),
                event.status(),
                event.queueId(),
                event.agentId(),
                event.presence(),
                event.about(),
                said == null ? null : said.conversationId(),
                said == null ? null : said.messageNumber(),
                null,
                null,
                event.at(),
                null);
    }

    /** Tells the number from which on a client hears events. */
    static FeedMessage greeting(String type, long number, @Nullable String pages) {
        return new FeedMessage(number, type, null, null, null, null, null, null, null, null, null, null, null, pages);
    }

    /** @param activity null where somebody read on */
    static FeedMessage live(String type, long conversationId, @Nullable ActivityView activity) {
        return new FeedMessage(
                null, type, null, null, null, null, null, null, conversationId, null, activity, null, null, null);
    }

    /** Calls somebody to look at a call that they are in. */
    static FeedMessage call(long ticketId, long callId) {
        return new FeedMessage(
                null, CALL, ticketId, null, null, null, null, null, null, null, null, callId, null, null);
    }
}
