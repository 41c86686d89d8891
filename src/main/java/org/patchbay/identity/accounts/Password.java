package org.patchbay.identity.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password again, before something that matters. Never logged. */
public record Password(
        @NotNull @Size(max = 200) @Schema(examples = "patchbay-demo")
        String password) {

    @Override
    public String toString() {
        return "Password";
    }
}
