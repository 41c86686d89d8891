package org.patchbay.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.paging.Page;

/** The audit log of the organisation, for its admins. */
@Path("/audit")
@Tag(name = "Audit", description = "Every change of accounts, people and organisations; a chain of hashes")
@RolesAllowed(AuditResource.ADMIN)
public class AuditResource {

    /** The role as tokens spell it; the roles are in identity, which stands above. */
    static final String ADMIN = "admin";

    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "List who changed what, newest first")
    public RestResponse<Page<AuditEntryView>> list(
            @BeanParam AuditFilters filters,
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return log.list(filters.search(), after, limit).response(uri);
    }

    @GET
    @Path("/export")
    @Produces("application/x-ndjson")
    @Operation(
            operationId = "exportAudit",
            summary = "Export who changed what, oldest first",
            description =
                    "JSON lines, however many. Kept elsewhere, an export shows whether the chain was written anew.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each entry",
            content =
                    @Content(
                            mediaType = "application/x-ndjson",
                            schema = @Schema(implementation = AuditEntryView.class)))
    public StreamingOutput export(@BeanParam AuditFilters filters) {
        long organisation = log.organisation();
        return out -> log.export(organisation, filters.search(), out);
    }

    @POST
    @Path("/verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Compute every hash anew and tell whether the chain is intact",
            description = "Finds entries that were changed, removed or added in the database.")
    public ChainVerification verify() {
        return log.verify();
    }
}
