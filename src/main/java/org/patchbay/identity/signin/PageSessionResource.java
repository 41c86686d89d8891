package org.patchbay.identity.signin;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.patchbay.identity.Device;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.OwnPages;
import org.patchbay.identity.SessionCookies;
import org.patchbay.identity.Token;
import org.patchbay.identity.sessions.KnownDevices;
import org.patchbay.identity.sessions.Sessions;
import org.patchbay.identity.sessions.Tokens;
import org.patchbay.shared.problems.ProblemType;

import io.vertx.core.http.HttpServerRequest;

/** The sign-in of our own pages, whose scripts never see a token. */
@Path("/auth/session")
@Tag(name = "Sign-in")
@PermitAll
public class PageSessionResource {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Organisations organisations;
    private final Tokens tokens;
    private final KnownDevices devices;

    PageSessionResource(
            SignIn signIn, Sessions sessions, Organisations organisations, Tokens tokens, KnownDevices devices) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.organisations = organisations;
        this.tokens = tokens;
        this.devices = devices;
    }

    @POST
    @Operation(
            operationId = "beginPageSession",
            summary = "Sign a page of ours in, with cookies that its scripts cannot read",
            description = "For our own pages only: the request must bear `Sec-Fetch-Site: same-origin` or our `Origin`."
                    + " Programs use `POST /auth/token`.")
    @APIResponse(responseCode = "200", description = "Signed in; the cookies are set")
    @APIResponse(responseCode = "401", description = "Unknown user name, wrong password or code, or no code")
    @APIResponse(responseCode = "403", description = "It came from another page, or the organisation is suspended")
    @APIResponse(responseCode = "429", description = "Too many attempts for this account or from this address")
    public RestResponse<SignedIn> begin(@Valid @NotNull PageSignIn request, @Context HttpServerRequest http) {
        OwnPages.check(http);
        long organisation = organisations.meant(request.organisation(), http.authority(), request.username());
        var token =
                signIn.signIn(organisation, request.username(), request.password(), request.code(), Device.of(http));
        var cookies = SessionCookies.of(http, request.embedded());
        var signedIn = SignedIn.of(tokens.read(token));
        return answer(signedIn, token, cookies)
                .header(HttpHeaders.SET_COOKIE, cookies.knowing(devices.proof(signedIn.id())))
                .build();
    }

    @POST
    @Path("/refresh")
    @Operation(
            operationId = "refreshPageSession",
            summary = "Continue a page's session with its cookie",
            description = "Sets both cookies anew. Tabs that ask at the same time get the same answer; a cookie that is"
                    + " older than that may be stolen, and ends the session.")
    @APIResponse(responseCode = "200", description = "Still signed in; the cookies are set anew")
    @APIResponse(responseCode = "401", description = "The session ended, or there was none; sign in")
    @APIResponse(responseCode = "403", description = "It came from another page, or the organisation is suspended")
    public RestResponse<SignedIn> refresh(@Context HttpServerRequest http) {
        OwnPages.check(http);
        var cookies = SessionCookies.sentBy(http).stream()
                .filter(sent -> sent.refresh(http).isPresent())
                .findFirst()
                .orElseThrow(() -> ProblemType.SESSION_ENDED.because(IdentityWords.SIGN_IN_FIRST));
        var token = sessions.refresh(cookies.refresh(http).orElseThrow(), Device.of(http));
        return answer(SignedIn.of(tokens.read(token)), token, cookies).build();
    }

    @DELETE
    @Operation(
            operationId = "endPageSession",
            summary = "Sign a page out",
            description = "Also where its access token has ended, or the session has.")
    @APIResponse(responseCode = "204", description = "Signed out; the cookies are cleared")
    @APIResponse(responseCode = "403", description = "It came from another page")
    public RestResponse<Void> end(@Context HttpServerRequest http) {
        OwnPages.check(http);
        var answer = ResponseBuilder.<Void>noContent();
        for (var cookies : SessionCookies.sentBy(http)) {
            cookies.refresh(http).ifPresent(sessions::signOut);
            cookies.cleared().forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        }
        return answer.build();
    }

    private static ResponseBuilder<SignedIn> answer(SignedIn signedIn, Token token, SessionCookies cookies) {
        var answer = ResponseBuilder.ok(signedIn);
        cookies.bearing(token).forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer;
    }
}
