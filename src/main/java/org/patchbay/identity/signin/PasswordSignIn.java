package org.patchbay.identity.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A sign-in of a program. */
public record PasswordSignIn(
        @Size(max = 63)
        @Schema(
                description = "The organisation's slug; needless where the host name or an e-mail address tells it",
                examples = "default",
                nullable = true)
        @Nullable
        String organisation,

        @NotNull @Size(max = 190) @Schema(examples = "agent1")
        String username,

        @NotNull @Size(max = 200) @Schema(examples = "patchbay-demo")
        String password,

        @Size(max = 40)
        @Schema(
                description = "Of the app, or a recovery code; where a second factor is on",
                examples = "123456",
                nullable = true)
        @Nullable
        String code) {

    @Override
    public String toString() {
        return "PasswordSignIn[" + username + "]";
    }
}
