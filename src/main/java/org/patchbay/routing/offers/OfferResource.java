package org.patchbay.routing.offers;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.routing.Refusal;
import org.patchbay.shared.paging.Page;

/** Offers to agents, on channels where agents are asked; each agent sees their own. */
@Path("/offers")
@Tag(name = "Offers")
@RolesAllowed(Role.Names.AGENT)
public class OfferResource {

    private static final String GONE = "The offer is gone; `currentStatus` is the ticket's";

    private final Offers offers;
    private final CurrentActor actor;

    OfferResource(Offers offers, CurrentActor actor) {
        this.offers = offers;
        this.actor = actor;
    }

    @GET
    @Operation(operationId = "listOffers", summary = "List the offers that await my answer")
    public RestResponse<Page<OfferView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return offers.list(actor.get(), after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readOffer", summary = "Read an offer to me, and what became of it")
    public OfferView read(@RestPath long id) {
        return offers.read(actor.get(), id);
    }

    @POST
    @Path("/{id}/accept")
    @Operation(
            operationId = "acceptOffer",
            summary = "Take the ticket",
            description = "A repeated request gets the same answer.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = GONE)
    public OfferView accept(@RestPath long id) {
        return offers.accept(actor.get(), id);
    }

    @POST
    @Path("/{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "declineOffer",
            summary = "Leave the ticket to somebody else",
            description = "It returns with its age, and is not offered to the same agent again for a while. A"
                    + " repeated request gets the same answer.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "409", description = GONE)
    public OfferView decline(@RestPath long id, @Valid Refusal refusal) {
        return offers.decline(actor.get(), id, refusal == null ? null : refusal.reason());
    }
}
