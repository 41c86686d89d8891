package org.patchbay.deliveries;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A delivery as clients see it. */
@RegisterForReflection
record DeliveryView(
        @Schema(examples = "17") long id,

        @Schema(description = "The feature that delivers it", examples = "MAIL")
        String kind,

        @Schema(
                description = "Deliveries of one lane go one after another; of mails, the conversation",
                examples = "4711")
        String lane,

        DeliveryState state,
        @Schema(description = "That failed", examples = "2") int attempts,

        @Schema(
                description = "Why the last attempt failed",
                examples = "The mail server does not answer.",
                nullable = true)
        @Nullable
        String problem,

        Instant createdAt,

        @Schema(description = "When the last attempt failed", nullable = true) @Nullable
        Instant triedAt) {}
