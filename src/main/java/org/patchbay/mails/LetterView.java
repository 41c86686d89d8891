package org.patchbay.mails;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A mail as its reader sees it. */
@RegisterForReflection
record LetterView(
        @Schema(examples = "Your request [#4711]") String subject,
        @Schema(examples = "Hello Carla Customer, …") String text,

        @Schema(description = "The same as a page without programs")
        String html) {

    static LetterView of(Letter letter) {
        return new LetterView(letter.subject(), letter.text(), letter.html());
    }
}
