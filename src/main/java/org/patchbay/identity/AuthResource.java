package org.patchbay.identity;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.patchbay.identity.accounts.Me;
import org.patchbay.identity.sessions.KnownDevices;
import org.patchbay.identity.signin.ForgottenPassword;
import org.patchbay.identity.signin.LinkedPassword;
import org.patchbay.identity.signin.PasswordLinks;
import org.patchbay.identity.signin.PasswordSignIn;
import org.patchbay.identity.signin.SignIn;
import org.patchbay.shared.language.Language;

import io.vertx.core.http.HttpServerRequest;

/** Sign-in. */
@Path("/")
@Tag(name = "Sign-in")
public class AuthResource {

    private final SignIn signIn;
    private final Organisations organisations;
    private final PasswordLinks links;
    private final KnownDevices devices;
    private final CurrentActor actor;

    AuthResource(
            SignIn signIn, Organisations organisations, PasswordLinks links, KnownDevices devices, CurrentActor actor) {
        this.signIn = signIn;
        this.organisations = organisations;
        this.links = links;
        this.devices = devices;
        this.actor = actor;
    }

    @POST
    @Path("/auth/token")
    @PermitAll
    @Operation(operationId = "signIn", summary = "Sign in with a user name and a password")
    @APIResponse(responseCode = "200", description = "Signed in")
    @APIResponse(responseCode = "401", description = "Unknown user name, wrong password or code, or no code")
    @APIResponse(responseCode = "429", description = "Too many attempts for this account or from this address")
    public Token token(@Valid @NotNull PasswordSignIn request, @Context HttpServerRequest http) {
        long organisation = organisations.meant(request.organisation(), http.authority(), request.username());
        return signIn.signIn(organisation, request.username(), request.password(), request.code(), Device.of(http));
    }

    @POST
    @Path("/auth/forgot-password")
    @PermitAll
    @ResponseStatus(202)
    @Operation(
            operationId = "forgotPassword",
            summary = "Ask for a link by mail that sets a new password",
            description =
                    "The answer is the same whether or not somebody has this address. The mail is in the language of"
                            + " the account, else in what `Accept-Language` asks for.")
    @APIResponse(responseCode = "202", description = "If somebody has this address, a mail is on its way")
    @APIResponse(responseCode = "429", description = "Too many attempts for this address")
    public void forgotPassword(@Valid @NotNull ForgottenPassword request, @Context HttpServerRequest http) {
        long organisation = organisations.meant(request.organisation(), http.authority(), request.email());
        signIn.forgotten(organisation, request.email(), http.remoteAddress().hostAddress(), Language.of(http));
    }

    @POST
    @Path("/auth/password")
    @PermitAll
    @Operation(
            operationId = "setPassword",
            summary = "Set a password with the link of an invitation or a forgotten one",
            description = "Ends all sessions, and whatever keeps the owner waiting after wrong passwords.")
    @APIResponse(
            responseCode = "204",
            description = "Set; sign in next. A cookie tells a browser from those of strangers who guess")
    @APIResponse(responseCode = "410", description = "The link was used or is too old")
    public RestResponse<Void> setPassword(@Valid @NotNull LinkedPassword request, @Context HttpServerRequest http) {
        long account = links.use(request.token(), request.password());
        return ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookies.ofPage(http).knowing(devices.proof(account)))
                .build();
    }

    @GET
    @Path("/me")
    @RolesAllowed({
        Role.Names.CUSTOMER,
        Role.Names.AGENT,
        Role.Names.SUPERVISOR,
        Role.Names.ADMIN,
        Role.Names.INTEGRATION,
        Role.Names.OPERATOR
    })
    @Operation(operationId = "me", summary = "The account of the token")
    public Me me() {
        var me = actor.get();
        return new Me(
                me.accountId(),
                me.organisationId(),
                me.name(),
                me.roles().stream().map(Role::text).sorted().toList());
    }
}
