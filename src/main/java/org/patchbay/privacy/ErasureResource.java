package org.patchbay.privacy;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.shared.idempotency.Idempotency;

/** Customers who are erased, on the word of an admin. */
@Path("/customers/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed(Role.Names.ADMIN)
public class ErasureResource {

    private final Erasures erasures;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    ErasureResource(Erasures erasures, CurrentActor actor, Idempotency idempotency) {
        this.erasures = erasures;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    record EraseCustomer(
            @NotNull
            @Schema(
                    description =
                            "Whether their live tickets are cancelled; else they keep the customer from being erased",
                    examples = "false")
            Boolean cancelTickets) {}

    @POST
    @Operation(
            operationId = "eraseCustomer",
            summary = "Erase a customer",
            description =
                    "Name, addresses, sign-in and attributes are gone with the answer; what was said in their tickets,"
                            + " the numbers of their orders and what the audit log tells of them follow within moments."
                            + " Figures and times stay. It cannot be undone. Whoever asks again gets the same erasure.")
    @APIResponseSchema(
            value = ErasureView.class,
            responseCode = "202",
            responseDescription = "It is under way, or done")
    @APIResponse(responseCode = "409", description = "Live tickets are in the way (`tickets`), or they work here, too")
    public RestResponse<ErasureView> erase(
            @RestPath long id,
            @Valid @NotNull EraseCustomer request,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        var me = actor.get();
        var erasure = idempotency.once(
                me.accountId(),
                key,
                List.of(id, request.cancelTickets()),
                ErasureView.class,
                () -> erasures.request(me, id, request.cancelTickets()));
        return ResponseBuilder.<ErasureView>create(RestResponse.Status.ACCEPTED)
                .entity(erasure)
                .location(URI.create("customers/" + id + "/erasure"))
                .build();
    }

    @GET
    @Operation(operationId = "readErasure", summary = "Read how far the erasure of a customer is")
    public ErasureView read(@RestPath long id) {
        return erasures.read(id);
    }
}
