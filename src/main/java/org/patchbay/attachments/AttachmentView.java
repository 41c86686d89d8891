package org.patchbay.attachments;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An attachment as clients see it. */
@RegisterForReflection
public record AttachmentView(
        @Schema(examples = "7") long id,

        @Schema(description = "Cleaned of all that could mislead", examples = "receipt.pdf")
        String name,

        @Schema(description = "In bytes", examples = "48213")
        long size,

        @Schema(description = "As the content shows, whatever the name says", examples = "application/pdf")
        String type,

        @Schema(description = "In hexadecimal digits; also the ETag of the file")
        String sha256,

        @Schema(description = "In pixels, of a picture", nullable = true) @Nullable
        Integer width,

        @Schema(description = "In pixels, of a picture", nullable = true) @Nullable
        Integer height,

        @Schema(description = "Whether it has a preview") boolean hasPreview,

        @Schema(description = "Whether a scanner looked at it; UPLOADED where there is none")
        AttachmentState state) {

    static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.id,
                attachment.name,
                attachment.size,
                attachment.type,
                attachment.sha256,
                attachment.width,
                attachment.height,
                attachment.previewKey != null,
                attachment.state);
    }
}
