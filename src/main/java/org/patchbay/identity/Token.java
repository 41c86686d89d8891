package org.patchbay.identity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The response to a sign-in (the fields of RFC 6749, section 5.1, in this API's spelling). */
public record Token(
        @Schema(description = "Send it as `Authorization: Bearer ...`")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,
        @Schema(description = "Seconds", examples = "900") long expiresIn,

        @Schema(description = "For `POST /auth/refresh`, once", examples = "mUq3x0bT....Zk81wPq...")
        String refreshToken,

        @Schema(description = "Seconds; each refresh begins them anew", examples = "2592000")
        long refreshExpiresIn) {

    @Override
    public String toString() {
        return "Token";
    }
}
