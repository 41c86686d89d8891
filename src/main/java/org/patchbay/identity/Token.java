package org.patchbay.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a sign-in (the fields of RFC 6749, section 5.1, in this API's spelling). */
record Token(
        @Schema(description = "Send it as `Authorization: Bearer ...`")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,
        @Schema(description = "Seconds", examples = "3600") long expiresIn) {}
