package org.patchbay.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.AttachmentView;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A draft as its author gets it. */
@RegisterForReflection
record DraftView(
        @Schema(examples = "4711") long ticketId,

        @Schema(description = "What it is to become, as its author's client calls it", examples = "reply")
        String kind,

        @Schema(examples = "Dear Ada, your parcel") String text,

        @Schema(description = "The number of the message that it answers", examples = "16", nullable = true) @Nullable
        Long replyTo,

        @Schema(description = "The files that go with it, as far as they are still there")
        List<AttachmentView> attachments,

        @Schema(description = "Also the ETag", examples = "3")
        int version,

        Instant changedAt) {

    static DraftView of(DraftRow row, Map<Long, AttachmentView> files) {
        return new DraftView(
                row.ticketId(),
                row.kind(),
                row.text(),
                row.replyTo(),
                row.attachmentIds().stream()
                        .map(files::get)
                        .filter(Objects::nonNull)
                        .toList(),
                row.version(),
                row.changedAt());
    }
}
