package org.patchbay.fields;

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

/** The fields that an organisation gave its tickets. Admins define them. */
@Path("/ticket-fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ticket fields", description = "Fields of one's own on tickets")
@RolesAllowed(Role.Names.ADMIN)
public class FieldResource {

    private final FieldDefinitions fields;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    FieldResource(FieldDefinitions fields, CurrentActor actor, Idempotency idempotency) {
        this.fields = fields;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "createTicketField", summary = "Define a field")
    @APIResponseSchema(value = FieldView.class, responseCode = "201", responseDescription = "Defined")
    @APIResponse(responseCode = "409", description = "The key or the label is taken, or there are too many")
    public RestResponse<FieldView> create(
            @Valid @NotNull NewField request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var field = idempotency.once(me.accountId(), key, request, FieldView.class, () -> fields.create(request));
        return VersionedResponses.created("ticket-fields/" + field.id(), field, field.version());
    }

    @GET
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "listTicketFields", summary = "List fields, archived ones, too")
    public RestResponse<Page<FieldView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return fields.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readTicketField", summary = "Read a field")
    public RestResponse<FieldView> read(@RestPath long id) {
        return tagged(fields.read(id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateTicketField", summary = "Rename or archive a field, or change its options")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = "The label is taken")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<FieldView> update(
            @RestPath long id, @Valid @NotNull FieldChange change, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(fields.update(id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteTicketField", summary = "Delete a field of which no ticket has a value")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(
            responseCode = "409",
            description = "A ticket has a value, or the published policy asks for it: archive it instead")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        fields.delete(id, ifMatch);
    }

    private static RestResponse<FieldView> tagged(FieldView field) {
        return VersionedResponses.ok(field, field.version());
    }
}
