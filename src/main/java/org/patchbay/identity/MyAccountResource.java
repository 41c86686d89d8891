package org.patchbay.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.vertx.core.http.HttpServerRequest;

/** One's own sign-in. */
@Path("/")
@Tag(name = "Sign-in")
@RolesAllowed({
    Role.Names.CUSTOMER,
    Role.Names.AGENT,
    Role.Names.SUPERVISOR,
    Role.Names.ADMIN,
    Role.Names.INTEGRATION,
    Role.Names.OPERATOR
})
public class MyAccountResource {

    private final OwnAccount own;
    private final CurrentActor actor;

    MyAccountResource(OwnAccount own, CurrentActor actor) {
        this.own = own;
        this.actor = actor;
    }

    record PasswordChange(
            @NotNull @Size(max = 200) @Schema(examples = "patchbay-demo")
            String currentPassword,

            @NotNull @AcceptablePassword @Schema(examples = "correct horse battery")
            String newPassword) {

        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @PUT
    @Path("/me/password")
    @Operation(operationId = "changePassword", summary = "Change one's own password, which ends all other sessions")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "403", description = "The current password is wrong")
    @APIResponse(responseCode = "429", description = "Too many attempts for this account or from this address")
    public void changePassword(@Valid @NotNull PasswordChange request, HttpServerRequest http) {
        own.changePassword(
                actor.get().accountId(),
                actor.session(),
                request.currentPassword(),
                request.newPassword(),
                http.remoteAddress().hostAddress());
    }
}
