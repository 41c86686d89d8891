package org.patchbay.identity.clients;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.paging.Page;

/** The sign-ins of other systems. */
@Path("/api-clients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "API clients")
@RolesAllowed(Role.Names.ADMIN)
public class ApiClientResource {

    private final ApiClients clients;

    ApiClientResource(ApiClients clients) {
        this.clients = clients;
    }

    @POST
    @Operation(
            operationId = "createApiClient",
            summary = "Create a client id and secret for another system",
            description = "The secret is in this answer and nowhere else. A repetition makes another client.")
    @APIResponseSchema(value = ApiClientView.class, responseCode = "201", responseDescription = "Created")
    public RestResponse<ApiClientView> create(@Valid @NotNull NewApiClient request) {
        var client = clients.create(request);
        return VersionedResponses.created("api-clients/" + client.id(), client);
    }

    @GET
    @Operation(operationId = "listApiClients", summary = "List API clients")
    public RestResponse<Page<ApiClientView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return clients.list(after, limit).response(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readApiClient", summary = "Read an API client")
    public ApiClientView read(@RestPath long id) {
        return clients.read(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "revokeApiClient", summary = "Revoke an API client; its tokens are refused within seconds")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@RestPath long id) {
        clients.revoke(id);
    }
}
