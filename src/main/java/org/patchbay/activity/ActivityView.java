package org.patchbay.activity;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.conversations.Audience;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody who has a conversation before them, as others see them. */
@RegisterForReflection
public record ActivityView(
        @Schema(description = "Their account", examples = "12")
        long accountId,

        @Schema(examples = "Ada") String name,

        @Schema(description = "Whether they are the customer; else they are staff")
        boolean customer,

        ActivityState state,

        @Schema(description = "The readers of what they type; INTERNAL also of staff who look")
        Audience audience,

        @Schema(
                description = "Of customers, and for staff alone: the page of the shop that they are on",
                examples = "https://shop.example/shoes/42",
                nullable = true)
        @Nullable
        String page,

        @Schema(
                description = "Of customers, and for staff alone: the language that they read",
                examples = "de-AT",
                nullable = true)
        @Nullable
        String language,

        @Schema(description = "It holds so long, unless it is told again")
        Instant until) {

    boolean isOver(Instant now) {
        return !until.isAfter(now);
    }

    /** Customers learn of staff who type to them, and of nothing else. */
    boolean reachesCustomers() {
        return !customer && state == ActivityState.TYPING && audience == Audience.PUBLIC;
    }

    /** Tells those who knew of it that it is over. */
    ActivityView left() {
        return new ActivityView(accountId, name, customer, ActivityState.LEFT, audience, null, null, until);
    }
}
