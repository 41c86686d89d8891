package org.patchbay.identity;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.vertx.core.http.HttpServerRequest;

/** Sign-in. */
@Path("/")
@Tag(name = "Sign-in")
public class AuthResource {

    private final SignIn signIn;
    private final CurrentActor actor;

    AuthResource(SignIn signIn, CurrentActor actor) {
        this.signIn = signIn;
        this.actor = actor;
    }

    record PasswordSignIn(
            @NotNull @Size(max = 190) @Schema(examples = "agent1")
            String username,

            @NotNull @Size(max = 200) @Schema(examples = "patchbay-demo")
            String password) {}

    record Me(
            @Schema(examples = "7") long id,
            @Schema(examples = "1") long organisationId,
            @Schema(examples = "Ada Agent") String name,
            @Schema(examples = "agent") List<String> roles) {}

    @POST
    @Path("/auth/token")
    @PermitAll
    @Operation(operationId = "signIn", summary = "Sign in with a user name and a password")
    @APIResponse(responseCode = "401", description = "Unknown user name or wrong password")
    @APIResponse(responseCode = "429", description = "Too many attempts for this account or from this address")
    public Token token(@Valid @NotNull PasswordSignIn request, HttpServerRequest http) {
        return signIn.signIn(
                request.username(), request.password(), http.remoteAddress().hostAddress());
    }

    @GET
    @Path("/me")
    @RolesAllowed({
        Role.Names.CUSTOMER,
        Role.Names.AGENT,
        Role.Names.SUPERVISOR,
        Role.Names.ADMIN,
        Role.Names.INTEGRATION
    })
    @Operation(operationId = "me", summary = "Who the token belongs to")
    public Me me() {
        var me = actor.get();
        return new Me(
                me.accountId(),
                me.organisationId(),
                me.name(),
                me.roles().stream().map(Role::text).sorted().toList());
    }
}
