package org.patchbay.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Role;
import org.patchbay.shared.openapi.VersionedResponses;

/** How long an organisation keeps what was said and what happened, said by admins. */
@Path("/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations")
@RolesAllowed(Role.Names.ADMIN)
public class RetentionResource {

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    @GET
    @Operation(operationId = "readRetention", summary = "Read how long what was said and what happened is kept")
    public RestResponse<RetentionView> read() {
        return tagged(retention.read());
    }

    @PUT
    @Operation(
            operationId = "setRetention",
            summary = "Say how long what was said and what happened is kept",
            description = "Also of tickets that are over already: what was kept longer is erased within the hour.")
    @APIResponse(responseCode = "200", description = "As it is now")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<RetentionView> set(
            @Valid @NotNull RetentionRequest request, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return tagged(retention.set(request, ifMatch));
    }

    private static RestResponse<RetentionView> tagged(RetentionView view) {
        return VersionedResponses.ok(view, view.version());
    }
}
