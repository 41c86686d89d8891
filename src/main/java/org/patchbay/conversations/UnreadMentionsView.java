package org.patchbay.conversations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How many mentions somebody has not read. */
@RegisterForReflection
record UnreadMentionsView(
        @Schema(description = "Of the last 100", examples = "2")
        int count) {}
