package org.patchbay.privacy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long an organisation wants texts and events to be kept. */
record RetentionRequest(
        @Min(1)
        @Max(3650)
        @Schema(
                description = "After how many days without a change what was said in a ticket that is CLOSED or"
                        + " CANCELLED is erased, for good; never where absent",
                examples = "730",
                nullable = true)
        @Nullable
        Integer closedTicketsDays,

        @Min(1)
        @Max(365)
        @Schema(
                description = "For how many days one can come back to the feed for what one missed; as the"
                        + " installation says where absent",
                examples = "7",
                nullable = true)
        @Nullable
        Integer feedDays) {}
