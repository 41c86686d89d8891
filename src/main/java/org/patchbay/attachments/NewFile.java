package org.patchbay.attachments;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.patchbay.attachments.content.PictureSize;

/**
 * All that is known of a file once it was looked at.
 *
 * @param declaredType by the uploader, who may say anything
 * @param shown whether browsers may show it, and need not save it
 */
record NewFile(
        long uploaderId,
        String name,
        long size,
        @Nullable String declaredType,
        String type,
        String sha256,
        boolean shown,
        Optional<PictureSize> picture,
        AttachmentState state) {}
