package org.patchbay.macros;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** Macros, which supervisors keep and everybody of the staff runs. */
@Path("/macros")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Macros", description = "Steps that are taken together with one command")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MacroResource {

    private final Macros macros;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    MacroResource(Macros macros, CurrentActor actor, Idempotency idempotency) {
        this.macros = macros;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "createMacro", summary = "Keep steps that staff take together")
    @APIResponseSchema(value = MacroView.class, responseCode = "201", responseDescription = "Kept")
    @APIResponse(responseCode = "409", description = "It names what does not exist, or there are 200 already")
    public RestResponse<MacroView> create(
            @Valid @NotNull MacroRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var macro =
                idempotency.once(actor.get().accountId(), key, request, MacroView.class, () -> macros.create(request));
        return VersionedResponses.created("macros/" + macro.id(), macro, macro.version());
    }

    @GET
    @Operation(operationId = "listMacros", summary = "List macros")
    public RestResponse<Page<MacroView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return macros.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readMacro", summary = "Read a macro")
    public RestResponse<MacroView> read(@RestPath long id) {
        return tagged(macros.read(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "updateMacro", summary = "Change a macro")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "It names what does not exist")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<MacroView> update(
            @RestPath long id, @Valid @NotNull MacroRequest change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(macros.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    @Operation(operationId = "deleteMacro", summary = "Delete a macro")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        macros.delete(id, ifMatch);
    }

    private static RestResponse<MacroView> tagged(MacroView macro) {
        return VersionedResponses.ok(macro, macro.version());
    }
}
