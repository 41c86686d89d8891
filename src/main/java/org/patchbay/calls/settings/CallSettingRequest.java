package org.patchbay.calls.settings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How calls shall be. */
record CallSettingRequest(
        @Schema(description = "Whether people call one another by voice", examples = "true")
        boolean voice,

        @Schema(description = "Whether people call one another by video", examples = "true")
        boolean video,

        @Schema(description = "Whether agents see who listens to their call, or whispers", examples = "false")
        boolean listenersShown) {}
