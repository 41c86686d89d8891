package org.patchbay.customers.identified;

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

import io.vertx.core.http.HttpServerRequest;

/** Customers of a shop, who come in by its signed word. */
@Path("/auth/identified")
@PermitAll
@Tag(name = "Sign-in")
public class IdentifiedResource {

    private final IdentifiedSignIn signIn;
    private final Organisations organisations;

    IdentifiedResource(IdentifiedSignIn signIn, Organisations organisations) {
        this.signIn = signIn;
        this.organisations = organisations;
    }

    @POST
    @Operation(
            operationId = "beginIdentified",
            summary = "Come in by the word of the shop, with cookies that a page's scripts cannot read",
            description = "For our own pages only, as `POST /auth/session`. The token is a JWT that the shop's server"
                    + " signed by one of the organisation's identity keys. Its `sub` is the shop's id of the customer,"
                    + " its `exp` is within a day; `name`, `email` and `locale` are taken over, and `aud`, where it is"
                    + " there, is the organisation's slug. Who was a visitor in this browser is this customer from now"
                    + " on.")
    @APIResponse(responseCode = "204", description = "Come in; the cookies are set, unless they were this customer's")
    @APIResponse(responseCode = "401", description = "The shop does not vouch for this, or does not any more")
    @APIResponse(responseCode = "403", description = "It came from another page, or the organisation is suspended")
    public RestResponse<Void> begin(@Valid @NotNull IdentifiedRequest request, @Context HttpServerRequest http) {
        OwnPages.check(http);
        long organisation = organisations.meant(request.organisation(), http.authority(), null);
        var cookies = SessionCookies.of(http, request.embedded());
        var token = signIn.signIn(
                organisation, request.token(), cookies.refresh(http).orElse(null), Device.of(http));
        var answer = ResponseBuilder.<Void>noContent();
        token.ifPresent(
                begun -> cookies.bearing(begun).forEach(cookie -> answer.header(HttpHeaders.SET_COOKIE, cookie)));
        return answer.build();
    }
}
