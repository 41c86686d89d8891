package org.patchbay.customers.identified;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** The keys by which a shop's word is known. Its admins keep them, and operators those of any organisation. */
@Path("/organisations/{id}/identity-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@RolesAllowed({Role.Names.ADMIN, Role.Names.OPERATOR})
public class IdentityKeyResource {

    private final IdentityKeys keys;
    private final CurrentActor actor;

    IdentityKeyResource(IdentityKeys keys, CurrentActor actor) {
        this.keys = keys;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listIdentityKeys", summary = "List the keys by which the shop's word is known")
    public List<IdentityKeyView> list(@RestPath long id) {
        actor.checkKeeps(id);
        return keys.list(id);
    }

    @POST
    @Operation(
            operationId = "createIdentityKey",
            summary = "Create a key by which the shop's word is known",
            description = "A secret of HS256 is in this answer and nowhere else. Two keys are good at the same time, so"
                    + " that one can replace the other.")
    @APIResponseSchema(value = IdentityKeyView.class, responseCode = "201", responseDescription = "Created")
    @APIResponse(responseCode = "409", description = "There are two already")
    public RestResponse<IdentityKeyView> create(@RestPath long id, @Valid @NotNull NewIdentityKey request) {
        actor.checkKeeps(id);
        var key = keys.create(id, request);
        return VersionedResponses.created("organisations/" + id + "/identity-keys/" + key.id(), key);
    }

    @DELETE
    @Path("/{keyId}")
    @Operation(operationId = "deleteIdentityKey", summary = "Delete a key; what it signed opens nothing any more")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath long id, @RestPath long keyId) {
        actor.checkKeeps(id);
        keys.delete(id, keyId);
    }
}
