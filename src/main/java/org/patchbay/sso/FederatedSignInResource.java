package org.patchbay.sso;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Device;
import org.patchbay.identity.SessionCookies;
import org.patchbay.identity.Token;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.OpenQueryParameters;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** Sign-in at an organisation's identity provider. */
@Path("/auth/sso/{slug}")
@Tag(name = "Sign-in")
@PermitAll
public class FederatedSignInResource {

    private static final String SESSION_COOKIE = "q_session";

    private final IdentityProviders identityProviders;
    private final ProviderVerification providerVerification;
    private final FederatedSignIn federatedSignIn;

    FederatedSignInResource(
            IdentityProviders identityProviders,
            ProviderVerification providerVerification,
            FederatedSignIn federatedSignIn) {
        this.identityProviders = identityProviders;
        this.providerVerification = providerVerification;
        this.federatedSignIn = federatedSignIn;
    }

    @GET
    @OpenQueryParameters
    @Operation(
            operationId = "signOn",
            summary = "Sign in at an organisation's identity provider, in a browser",
            description = "Redirects to the identity provider, which redirects back to here. A client that accepts"
                    + " `text/html` is then signed in by cookies, as by `POST /auth/session`, and redirected"
                    + " to a page; where that fails, to `/sign-in?problem=...` with the last part of the"
                    + " problem's type.")
    @APIResponse(
            responseCode = "200",
            description = "Back from the identity provider, and signed in",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Token.class)))
    @APIResponse(responseCode = "302", description = "To the identity provider")
    @APIResponse(responseCode = "303", description = "To a page, signed in or not")
    @APIResponse(responseCode = "401", description = "The identity provider did not let you in")
    @APIResponse(responseCode = "403", description = "No role here, or the identity provider leaves something out")
    @APIResponse(responseCode = "404", description = "No such organisation, or its people sign in here")
    @APIResponse(responseCode = "409", description = "Somebody else has the user name or address")
    public Response signIn(
            @RestPath String slug,
            @QueryParam("return")
                    @Parameter(
                            description = "Where to go then; a path of ours",
                            schema = @Schema(examples = "/tickets/4711"))
                    @Nullable
                    String target,
            @Context HttpServerRequest http) {
        if (!isPage(http)) {
            return signedIn(slug, http)
                    .map(token -> Response.ok(token).build())
                    .orElseGet(providerVerification::redirect);
        }
        var way = ReturnPath.of(http);
        try {
            return signedIn(slug, http)
                    .map(token -> way.back(SessionCookies.ofPage(http).bearing(token)))
                    .orElseGet(() -> way.out(providerVerification.redirect(), target));
        } catch (HttpProblem problem) {
            return way.refused(problem);
        }
    }

    /** Empty where nobody came back from the identity provider yet. */
    private Optional<Token> signedIn(String slug, HttpServerRequest http) {
        var provider = provider(slug);
        var claims = providerVerification.verified(provider);
        claims.ifPresent(back -> dropSession(http));
        return claims.map(back -> federatedSignIn.signIn(provider, back, Device.of(http)));
    }

    private static boolean isPage(HttpServerRequest http) {
        var accept = http.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    @POST
    @Operation(
            operationId = "exchangeToken",
            summary = "Sign in with a token of an organisation's identity provider",
            description = "Send an ID token or an access token of the client as `Authorization: Bearer ...`.")
    @APIResponse(responseCode = "200", description = "Signed in")
    @APIResponse(responseCode = "401", description = "No token, or none of this issuer and client that is good now")
    @APIResponse(responseCode = "403", description = "No role here, or the identity provider leaves something out")
    @APIResponse(responseCode = "404", description = "No such organisation, or its people sign in here")
    @APIResponse(responseCode = "409", description = "Somebody else has the user name or address")
    public Token exchange(
            @RestPath String slug,
            @HeaderParam("Authorization") @Nullable String authorization,
            @Context HttpServerRequest http) {
        var provider = provider(slug);
        if (authorization == null) {
            throw ProblemType.UNAUTHORIZED.because(SignOnWords.SEND_TOKEN);
        }
        var claims = providerVerification.verified(provider).orElseThrow(ProviderVerification::refused);
        return federatedSignIn.signIn(provider, claims, Device.of(http));
    }

    private Provider provider(String slug) {
        return identityProviders.provider(slug).orElseThrow(() -> ProblemType.NOT_FOUND.because(SignOnWords.NOT_HERE));
    }

    /** The identity provider's tokens are no longer needed; the session that goes on is ours. */
    private static void dropSession(HttpServerRequest http) {
        var names = http.cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(SESSION_COOKIE))
                .toList();
        names.forEach(http.response()::removeCookies);
    }
}
