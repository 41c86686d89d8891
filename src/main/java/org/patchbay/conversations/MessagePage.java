package org.patchbay.conversations;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Some messages of a conversation. */
@RegisterForReflection
public record MessagePage(
        @Schema(description = "In their order, the oldest first")
        List<MessageView> items,

        @Schema(description = "Whether there are more in the direction that was asked for")
        boolean more) {}
