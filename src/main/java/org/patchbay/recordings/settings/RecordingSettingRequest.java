package org.patchbay.recordings.settings;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.chats.Phrase;

/** Which calls shall be recorded. */
record RecordingSettingRequest(
        @NotNull
        @Size(max = MOST)
        @Schema(description = "The first one that fits a call decides; where none does, it is not recorded")
        List<@NotNull @Valid RecordingRule> rules,

        @NotNull @Valid @Schema(description = "What customers are told")
        Phrase announcement,

        @NotNull Consent consent,

        @Min(1)
        @Max(RecordingRule.LONGEST)
        @Schema(description = "Recordings are deleted after so many days", examples = "90")
        int retentionDays,

        @Schema(description = "Whether agents hear the recordings of their own calls", examples = "false")
        boolean agentsMayListen) {

    private static final int MOST = 200;
}
