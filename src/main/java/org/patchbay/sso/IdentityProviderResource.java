package org.patchbay.sso;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** The identity provider of an organisation. Its admins keep it, and operators that of any organisation. */
@Path("/organisations/{id}/sign-in")
@Tag(name = "Organisations")
@RolesAllowed({Role.Names.ADMIN, Role.Names.OPERATOR})
public class IdentityProviderResource {

    private final IdentityProviders identityProviders;
    private final CurrentActor actor;

    IdentityProviderResource(IdentityProviders identityProviders, CurrentActor actor) {
        this.identityProviders = identityProviders;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "readSignOn", summary = "Read an organisation's identity provider")
    public RestResponse<IdentityProviderView> read(@RestPath long id) {
        actor.checkKeeps(id);
        return tagged(identityProviders.read(id));
    }

    @PUT
    @Operation(
            operationId = "setSignOn",
            summary = "Let people of an organisation sign in at its identity provider (OpenID Connect)",
            description = "The redirect URI to register there is the address of `GET /auth/sso/{slug}`.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<IdentityProviderView> put(
            @RestPath long id,
            @Valid @NotNull IdentityProviderRequest request,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        actor.checkKeeps(id);
        return tagged(identityProviders.put(id, request, ifMatch));
    }

    @DELETE
    @Operation(operationId = "removeSignOn", summary = "Forget an organisation's identity provider")
    @APIResponse(responseCode = "204", description = "Nobody signs in there any more")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public void remove(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        actor.checkKeeps(id);
        identityProviders.delete(id, ifMatch);
    }

    private static RestResponse<IdentityProviderView> tagged(IdentityProviderView signOn) {
        return VersionedResponses.ok(signOn, signOn.version());
    }
}
