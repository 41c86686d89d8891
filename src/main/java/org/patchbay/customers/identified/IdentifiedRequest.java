package org.patchbay.customers.identified;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer for whom their shop vouches. */
record IdentifiedRequest(
        @Size(max = 63)
        @Schema(
                description = "The organisation's slug; needless where the host name tells it",
                examples = "default",
                nullable = true)
        @Nullable
        String organisation,

        @NotBlank
        @Size(max = 4000)
        @Schema(description = "The shop's word, a JWT", examples = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0NzExIn0.c2lnbmVk")
        String token,

        @Schema(
                description = "Whether the page is in a frame of another site; false where absent",
                examples = "true",
                nullable = true)
        Boolean embedded) {

    IdentifiedRequest {
        embedded = embedded != null && embedded;
    }

    @Override
    public String toString() {
        return "IdentifiedRequest";
    }
}
