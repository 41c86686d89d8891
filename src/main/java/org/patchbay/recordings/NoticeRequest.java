package org.patchbay.recordings;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of a customer who was told of the recording. */
record NoticeRequest(
        @Schema(description = "The version of the text that they saw", examples = "1")
        int version,

        @Schema(description = "Where they are only told: that they were", examples = "true")
        boolean agreed) {}
