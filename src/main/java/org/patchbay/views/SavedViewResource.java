package org.patchbay.views;

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

/** Saved views of staff. */
@Path("/ticket-views")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ticket views", description = "Lists of tickets that staff look at again and again")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class SavedViewResource {

    private static final String FOR_OTHERS = "Supervisors and admins keep the shared ones";

    private final SavedViews views;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    SavedViewResource(SavedViews views, CurrentActor actor, Idempotency idempotency) {
        this.views = views;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            operationId = "createTicketView",
            summary = "Save a view, for oneself or for others, too",
            description = FOR_OTHERS + ".")
    @APIResponseSchema(value = SavedViewDetails.class, responseCode = "201", responseDescription = "Saved")
    public RestResponse<SavedViewDetails> create(
            @Valid @NotNull SavedViewRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var view =
                idempotency.once(me.accountId(), key, request, SavedViewDetails.class, () -> views.create(me, request));
        return VersionedResponses.created("ticket-views/" + view.id(), view, view.version());
    }

    @GET
    @Operation(operationId = "listTicketViews", summary = "List one's own views and those for others, too")
    public RestResponse<Page<SavedViewDetails>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return views.list(actor.get(), after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readTicketView", summary = "Read a saved view")
    public RestResponse<SavedViewDetails> read(@RestPath long id) {
        return tagged(views.read(actor.get(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "updateTicketView", summary = "Change a saved view", description = FOR_OTHERS + ".")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<SavedViewDetails> update(
            @RestPath long id,
            @Valid @NotNull SavedViewRequest change,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(views.update(actor.get(), id, change, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteTicketView", summary = "Delete a saved view", description = FOR_OTHERS + ".")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath long id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        views.delete(actor.get(), id, ifMatch);
    }

    private static RestResponse<SavedViewDetails> tagged(SavedViewDetails view) {
        return VersionedResponses.ok(view, view.version());
    }
}
