package org.patchbay.drafts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Page;

/** The drafts of the one who asks. */
@Path("/me/drafts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Drafts", description = "What somebody has written, and not sent")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class MyDraftsResource {

    private final Drafts drafts;
    private final CurrentActor actor;

    MyDraftsResource(Drafts drafts, CurrentActor actor) {
        this.drafts = drafts;
        this.actor = actor;
    }

    @GET
    @Operation(
            operationId = "listDrafts",
            summary = "List one's own drafts",
            description = "Also those about tickets that are not to be seen any more. Nobody else reads them.")
    public RestResponse<Page<DraftView>> list(
            @QueryParam("ticketId") @Parameter(description = "Those about one ticket, all at once") @Nullable
                    Long ticketId,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return drafts.list(actor.get(), ticketId, after, limit).response(uri);
    }
}
