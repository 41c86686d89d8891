package org.patchbay.agents.attendance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How an organisation notices that agents are gone, as clients see it. */
@RegisterForReflection
record AttendanceView(
        @Schema(
                description = "After how long without key, mouse or touch the desk asks whether they are still there;"
                        + " absent where it never does",
                examples = "900",
                nullable = true)
        @Nullable
        Integer askAfterSeconds,

        @Schema(description = "How long they have to answer before they are AWAY", examples = "60")
        int answerWithinSeconds,

        @Schema(
                description = "After how long AWAY or OFFLINE what they hold goes back to its queue; absent where it"
                        + " stays with them",
                examples = "1800",
                nullable = true)
        @Nullable
        Integer returnAfterSeconds,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    private static final AttendanceView DEFAULTS = new AttendanceView(900, 60, null, 0);

    static AttendanceView ofOrganisation() {
        return AttendanceSetting.ofOrganisation()
                .map(setting -> new AttendanceView(
                        setting.askAfterSeconds,
                        setting.answerWithinSeconds,
                        setting.returnAfterSeconds,
                        setting.version))
                .orElse(DEFAULTS);
    }
}
