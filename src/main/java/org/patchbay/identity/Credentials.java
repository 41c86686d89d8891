package org.patchbay.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new sign-in. */
public record Credentials(
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9._@+-]{3,190}", message = "{patchbay.user-name}")
        @Schema(description = "Its case does not matter: it is kept in lower case", examples = "berta")
        String username,

        @NotNull @AcceptablePassword @Schema(examples = "correct horse battery")
        String password) {

    private static final String ADDRESS = "[^@]+@[^@.]+(\\.[^@.]+)+";

    /** The user name, where it is an e-mail address; else null. */
    @Nullable
    String address() {
        return username.matches(ADDRESS) ? username : null;
    }

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
