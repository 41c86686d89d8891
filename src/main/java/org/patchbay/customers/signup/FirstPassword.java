package org.patchbay.customers.signup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.patchbay.identity.AcceptablePassword;

/** The choice of a customer who confirmed their address. */
record FirstPassword(
        @NotNull
        @Size(max = 100)
        @Schema(description = "The last part of the link in the mail", examples = "0h2mXq9v...")
        String token,

        @NotNull @AcceptablePassword @Schema(examples = "correct horse battery")
        String password) {

    @Override
    public String toString() {
        return "FirstPassword";
    }
}
