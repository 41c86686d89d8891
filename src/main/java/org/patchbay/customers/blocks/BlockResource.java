package org.patchbay.customers.blocks;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.paging.Page;

/** Customers who may not come in. Agents keep them out; supervisors let them in again. */
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
public class BlockResource {

    private final Blocks blocks;
    private final CurrentActor actor;

    BlockResource(Blocks blocks, CurrentActor actor) {
        this.blocks = blocks;
        this.actor = actor;
    }

    @GET
    @Path("/blocks")
    @Operation(operationId = "listBlocks", summary = "List the customers who are blocked now")
    public RestResponse<Page<BlockView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return blocks.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}/block")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(operationId = "readBlock", summary = "Read why and until when a customer is blocked")
    public BlockView read(@RestPath long id) {
        return blocks.read(id);
    }

    @PUT
    @Path("/{id}/block")
    @RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.INTEGRATION})
    @Operation(
            operationId = "blockCustomer",
            summary = "Keep a customer out",
            description = "Their sessions end within seconds, and their chats at once; other requests of theirs stay."
                    + " They sign in no more and write nothing meanwhile, and are not told why. A block that is there"
                    + " already is replaced.")
    public BlockView block(@RestPath long id, @Valid @NotNull BlockRequest request) {
        return blocks.block(actor.get(), id, request);
    }

    @DELETE
    @Path("/{id}/block")
    @Operation(operationId = "unblockCustomer", summary = "Let a customer in again")
    @APIResponse(responseCode = "204", description = "They may sign in again")
    public void unblock(@RestPath long id) {
        blocks.unblock(id);
    }
}
