package org.patchbay.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password, chosen by a signed-in account. Never logged. */
record PasswordChange(
        @NotNull @Size(max = 200) @Schema(examples = "patchbay-demo")
        String currentPassword,

        @NotNull @AcceptablePassword @Schema(examples = "correct horse battery")
        String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
