package org.patchbay.identity.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.identity.AcceptablePassword;

/** A new password, chosen by a link. */
public record LinkedPassword(
        @NotNull
        @Size(max = 100)
        @Schema(description = "The last part of the link in the mail", examples = "0h2mXq9v...")
        String token,

        @NotNull @AcceptablePassword @Schema(examples = "correct horse battery")
        String password) {

    @Override
    public String toString() {
        return "LinkedPassword";
    }
}
