package org.patchbay.sso;

import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An identity provider in a request. */
record IdentityProviderRequest(
        @NotNull
        @Size(max = 255)
        @SafeAddress
        @Schema(
                description = "Exactly as its discovery document and its tokens spell it",
                examples = "https://login.acme.example/realms/acme")
        String issuer,

        @NotBlank @Size(max = 190) @Schema(examples = "patchbay")
        String clientId,

        @Size(min = 1, max = 500)
        @Schema(
                description = "Never answered; absent to keep the one that is stored for the same issuer",
                examples = "0Jz3u6...",
                writeOnly = true,
                nullable = true)
        @Nullable
        String clientSecret,

        @NotNull @Schema(examples = "true") Boolean enabled,

        @Size(max = 190)
        @Pattern(regexp = "[^~]+", message = "{patchbay.no-tilde}")
        @Schema(
                description = "The claim that tells the roles; slashes step into objects. A person whose roles a token"
                        + " without the claim would take away is refused with `claim-missing`; where the"
                        + " token names another place for it (`_claim_names`), they keep them",
                examples = "realm_access/roles",
                nullable = true)
        @Nullable
        String roleClaim,

        @NotNull
        @Size(max = 200)
        @Schema(
                type = SchemaType.OBJECT,
                description = "The role (`customer`, `agent`, `supervisor`, `admin`) by the claim's value",
                examples = "{\"support\":\"agent\"}")
        Map<@NotBlank @Size(max = 190) String, @NotNull MappedRole> roles,

        @Schema(description = "Of those whose claim gives them none; absent to refuse them", nullable = true) @Nullable
        MappedRole defaultRole,

        @Size(max = 190)
        @Pattern(regexp = "[^~]+", message = "{patchbay.no-tilde}")
        @Schema(
                description =
                        "The claim that tells the groups; absent where memberships are kept here. A token that lacks"
                                + " it is treated as for `roleClaim`",
                examples = "groups",
                nullable = true)
        @Nullable
        String groupClaim,

        @Size(max = 500)
        @Schema(
                type = SchemaType.OBJECT,
                description = "The group, and what is seen there, by the claim's value",
                examples = "{\"berlin\":{\"groupId\":17,\"sees\":\"GROUP\"}}",
                nullable = true)
        @Nullable
        Map<@NotBlank @Size(max = 190) String, @NotNull @Valid MappedGroup> groups) {

    @Override
    public String toString() {
        return "SignOnSettings[" + issuer + ", " + clientId + "]";
    }
}
