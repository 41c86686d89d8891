package org.patchbay.customers.signup;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.patchbay.identity.Organisations;
import org.patchbay.identity.OwnPages;
import org.patchbay.identity.SessionCookies;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.limits.RateLimits;

import io.vertx.core.http.HttpServerRequest;

/** Visitors of a page of ours, who talk without an account of their own. */
@Path("/auth/visitors")
@PermitAll
@Tag(name = "Sign-in")
public class VisitorResource {

    private final Visitors visitors;
    private final Organisations organisations;
    private final RateLimits limits;

    VisitorResource(Visitors visitors, Organisations organisations, RateLimits limits) {
        this.visitors = visitors;
        this.organisations = organisations;
        this.limits = limits;
    }

    @POST
    @Operation(
            operationId = "beginVisit",
            summary = "Come in as a visitor, with cookies that a page's scripts cannot read",
            description = "For our own pages only, as `POST /auth/session`. The visitor is a customer from now on, whom"
                    + " nobody has confirmed, and is known again as long as the browser keeps the cookies.")
    @APIResponse(responseCode = "204", description = "Come in; the cookies are set")
    @APIResponse(
            responseCode = "403",
            description = "It came from another page, or the organisation admits no visitors")
    @APIResponse(responseCode = "429", description = "Too many visitors, or sign-ups, from this address")
    public RestResponse<Void> begin(@Valid @NotNull VisitorRequest request, @Context HttpServerRequest http) {
        OwnPages.check(http);
        limits.check(RateLimits.Kind.SIGN_UP, NetworkAddress.of(http));
        long organisation = organisations.meant(request.organisation(), http.authority(), null);
        var token = visitors.welcome(organisation, request.saidName(), Device.of(http), Language.of(http));
        var answer = ResponseBuilder.<Void>noContent();
        SessionCookies.of(http, request.embedded())
                .bearing(token)
                .forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie));
        return answer.build();
    }
}
