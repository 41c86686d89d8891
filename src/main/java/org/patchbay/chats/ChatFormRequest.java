package org.patchbay.chats;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How chats shall begin. */
record ChatFormRequest(
        @Valid
        @Schema(description = "Said above the first message; the pages' own words where absent", nullable = true)
        @Nullable
        Phrase greeting,

        @NotNull
        @Size(max = MOST)
        @Schema(description = "Asked before the first message, in this order; none, and it begins at once")
        List<@NotNull @Valid Question> questions) {

    /** More than that nobody answers. */
    private static final int MOST = 10;
}
