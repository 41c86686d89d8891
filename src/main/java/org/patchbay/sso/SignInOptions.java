package org.patchbay.sso;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.OrganisationName;

/** The ways to sign in at an organisation. */
record SignInOptions(
        OrganisationName organisation,

        @Schema(description = "With a user name and a password")
        boolean password,

        @Schema(description = "Whether customers may make an account")
        boolean signUp,

        @Schema(description = "Whether they may talk without an account")
        boolean visitors,

        @Schema(
                description = "Where to send the browser; absent where nobody signs in elsewhere",
                examples = "/api/v1/auth/sso/acme",
                nullable = true)
        @Nullable
        String singleSignOn) {}
