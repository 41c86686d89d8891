package org.patchbay.identity.signin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Role;
import org.patchbay.identity.accounts.Password;
import org.patchbay.identity.accounts.PasswordChange;

import io.vertx.core.http.HttpServerRequest;

/** The caller's own account. */
@Path("/")
@Tag(name = "Sign-in")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.OPERATOR})
public class MyAccountResource {

    private final OwnSignIn own;
    private final SecondFactors factors;
    private final CurrentActor actor;

    MyAccountResource(OwnSignIn own, SecondFactors factors, CurrentActor actor) {
        this.own = own;
        this.factors = factors;
        this.actor = actor;
    }

    @PUT
    @Path("/me/password")
    @Operation(operationId = "changePassword", summary = "Change one's own password, which ends all other sessions")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "403", description = "The current password is wrong")
    @APIResponse(responseCode = "429", description = "Too many attempts for this account or from this address")
    public void changePassword(@Valid @NotNull PasswordChange request, @Context HttpServerRequest http) {
        own.changePassword(
                actor.get().accountId(),
                actor.session(),
                request.currentPassword(),
                request.newPassword(),
                http.remoteAddress().hostAddress());
    }

    @POST
    @Path("/me/second-factor")
    @Operation(
            operationId = "offerSecondFactor",
            summary = "Get a secret for an authenticator app",
            description = "It changes nothing before a first code of the app is confirmed.")
    @APIResponse(responseCode = "200", description = "A secret that is not used yet")
    @APIResponse(responseCode = "409", description = "One is on already")
    public SecondFactors.Offer offerSecondFactor() {
        return factors.offer(actor.get().accountId());
    }

    @POST
    @Path("/me/second-factor/confirm")
    @Operation(
            operationId = "confirmSecondFactor",
            summary = "Switch the second factor on with a first code of the app",
            description =
                    "From now on a sign-in needs a code. Answers ten recovery codes for the day when the app is lost.")
    @APIResponse(responseCode = "200", description = "On")
    @APIResponse(responseCode = "403", description = "The code is wrong")
    @APIResponse(responseCode = "409", description = "There is none to confirm")
    public RecoveryCodes confirmSecondFactor(@Valid @NotNull Code request) {
        return new RecoveryCodes(factors.confirm(actor.get().accountId(), request.code()));
    }

    @POST
    @Path("/me/second-factor/remove")
    @Operation(operationId = "removeSecondFactor", summary = "Switch the second factor off")
    @APIResponse(responseCode = "204", description = "Off")
    @APIResponse(responseCode = "403", description = "The password is wrong")
    @APIResponse(responseCode = "429", description = "Too many attempts for this account or from this address")
    public void removeSecondFactor(@Valid @NotNull Password request, @Context HttpServerRequest http) {
        own.removeSecondFactor(
                actor.get().accountId(),
                request.password(),
                http.remoteAddress().hostAddress());
    }
}
