package org.patchbay.chats;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** How chats begin, as admins see it. */
@RegisterForReflection
record ChatFormView(
        @Schema(description = "Absent where the pages say their own", nullable = true) @Nullable
        Phrase greeting,

        @Schema(description = "Asked before the first message, in this order")
        List<Question> questions,

        @Schema(description = "Also the ETag; 0 while nothing was said", examples = "0")
        int version) {

    private static final ChatFormView NONE = new ChatFormView(null, List.of(), 0);

    static ChatFormView ofOrganisation() {
        return ChatForm.ofOrganisation()
                .map(form -> new ChatFormView(form.greeting, form.questions, form.version))
                .orElse(NONE);
    }
}
