package org.patchbay.identity.sessions;

import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.CurrentActor;
import org.patchbay.identity.Device;
import org.patchbay.identity.Role;
import org.patchbay.identity.Token;
import org.patchbay.shared.paging.Page;

import io.vertx.core.http.HttpServerRequest;

/** The sessions that sign-ins begin. */
@Path("/")
@Tag(name = "Sign-in")
@RolesAllowed({Role.Names.CUSTOMER, Role.Names.AGENT, Role.Names.SUPERVISOR, Role.Names.ADMIN, Role.Names.OPERATOR})
public class SessionResource {

    private final Sessions sessions;
    private final CurrentActor actor;

    SessionResource(Sessions sessions, CurrentActor actor) {
        this.sessions = sessions;
        this.actor = actor;
    }

    @POST
    @Path("/auth/refresh")
    @PermitAll
    @Operation(
            operationId = "refresh",
            summary = "Continue a session with its refresh token",
            description = "Answers a new pair of tokens. A refresh token works once, and for some seconds gets the same"
                    + " refresh token again, for those who ask at once or lost the answer; one that comes"
                    + " later may be stolen, and ends the session.")
    @APIResponse(responseCode = "200", description = "Still signed in")
    @APIResponse(responseCode = "401", description = "The session ended; sign in again")
    @APIResponse(responseCode = "403", description = "The organisation is suspended; the refresh token stays good")
    public Token refresh(@Valid @NotNull Refresh request, @Context HttpServerRequest http) {
        return sessions.refresh(request.refreshToken(), Device.of(http));
    }

    @POST
    @Path("/auth/sign-out")
    @Operation(operationId = "signOut", summary = "End this session")
    @APIResponse(responseCode = "204", description = "Its tokens are refused within seconds")
    public void signOut() {
        sessions.signOut(actor.get().accountId(), actor.session());
    }

    @POST
    @Path("/auth/sign-out-everywhere")
    @Operation(operationId = "signOutEverywhere", summary = "End all of one's own sessions, this one included")
    @APIResponse(responseCode = "204", description = "Their tokens are refused within seconds")
    public void signOutEverywhere() {
        sessions.endAll(actor.get().accountId());
    }

    @GET
    @Path("/me/sessions")
    @Operation(operationId = "mySessions", summary = "List one's own sessions")
    public RestResponse<Page<SessionView>> list(
            @QueryParam("after") @Parameter(description = "`next` of the page before") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Context UriInfo uri) {
        return sessions.list(actor.get().accountId(), actor.session(), after, limit)
                .response(uri);
    }

    @DELETE
    @Path("/me/sessions/{id}")
    @Operation(operationId = "endMySession", summary = "End one of one's own sessions")
    @APIResponse(responseCode = "204", description = "Its tokens are refused within seconds")
    public void end(@RestPath long id) {
        sessions.end(actor.get().accountId(), id);
    }
}
