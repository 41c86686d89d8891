package org.patchbay.drafts;

import java.util.List;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.Attachments;

/** A draft in a request. */
record DraftRequest(
        @NotNull @Size(max = 32 * 1024) @Schema(examples = "Dear Ada, your parcel")
        String text,

        @Min(1)
        @Schema(description = "The number of the message that it answers", examples = "16", nullable = true)
        @Nullable
        Long replyTo,

        @Size(max = Attachments.MOST)
        @Schema(
                description = "The files that go with it, which its author has sent to /attachments before",
                examples = "[7]",
                nullable = true)
        List<@NotNull Long> attachmentIds) {

    DraftRequest {
        attachmentIds = attachmentIds == null ? List.of() : attachmentIds;
    }
}
