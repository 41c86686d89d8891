package org.patchbay.privacy;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How long an organisation keeps what was said and what happened, as clients see it. */
@RegisterForReflection
record RetentionView(
        @Schema(
                description =
                        "After how many days without a change what was said in a ticket that is CLOSED or CANCELLED"
                                + " is erased; absent where it is kept",
                examples = "730",
                nullable = true)
        @Nullable
        Integer closedTicketsDays,

        @Schema(
                description = "For how many days one can come back to the feed for what one missed; absent where the"
                        + " installation says",
                examples = "7",
                nullable = true)
        @Nullable
        Integer feedDays,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    private static final RetentionView DEFAULTS = new RetentionView(null, null, 0);

    static RetentionView ofOrganisation() {
        return RetentionSetting.ofOrganisation()
                .map(setting -> new RetentionView(setting.closedTicketsDays, setting.feedDays, setting.version))
                .orElse(DEFAULTS);
    }
}
