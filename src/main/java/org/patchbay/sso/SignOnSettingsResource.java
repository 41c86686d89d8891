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
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.Answers;

/** Where people of an organisation sign in instead of here; kept by its admins, and by operators for anybody. */
@Path("/organisations/{id}/sign-in")
@Tag(name = "Organisations")
@RolesAllowed({Role.Names.ADMIN, Role.Names.OPERATOR})
public class SignOnSettingsResource {

    private final SignOns signOns;
    private final CurrentActor actor;

    SignOnSettingsResource(SignOns signOns, CurrentActor actor) {
        this.signOns = signOns;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "readSignOn", summary = "Read an organisation's identity provider")
    public RestResponse<SignOnView> read(@RestPath long id) {
        actor.checkKeeps(id);
        return tagged(signOns.read(id));
    }

    @PUT
    @Operation(
            operationId = "setSignOn",
            summary = "Let people of an organisation sign in at its identity provider (OpenID Connect)",
            description = "The redirect URI to register there is the address of `GET /auth/sso/{slug}`.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<SignOnView> put(
            @RestPath long id, @Valid @NotNull SignOnSettings settings, @HeaderParam("If-Match") String ifMatch) {
        actor.checkKeeps(id);
        return tagged(signOns.put(id, settings, ifMatch));
    }

    @DELETE
    @Operation(operationId = "removeSignOn", summary = "Forget an organisation's identity provider")
    @APIResponse(responseCode = "204", description = "Nobody signs in there any more")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public void remove(@RestPath long id, @HeaderParam("If-Match") String ifMatch) {
        actor.checkKeeps(id);
        signOns.delete(id, ifMatch);
    }

    private static RestResponse<SignOnView> tagged(SignOnView signOn) {
        return Answers.ok(signOn, signOn.version());
    }
}
