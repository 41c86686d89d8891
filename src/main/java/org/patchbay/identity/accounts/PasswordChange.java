package org.patchbay.identity.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.identity.AcceptablePassword;

/** A new password, chosen by a signed-in account. Never logged. */
public record PasswordChange(
        @NotNull @Size(max = 200) @Schema(examples = "patchbay-demo")
        String currentPassword,

        @NotNull @AcceptablePassword @Schema(examples = "correct horse battery")
        String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
