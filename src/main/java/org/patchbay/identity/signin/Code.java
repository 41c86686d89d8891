package org.patchbay.identity.signin;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code of the second factor. */
record Code(
        @NotNull @Size(max = 40) @Schema(examples = "123456")
        String code) {

    @Override
    public String toString() {
        return "Code";
    }
}
