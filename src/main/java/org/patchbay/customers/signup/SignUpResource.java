package org.patchbay.customers.signup;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.patchbay.customers.CustomerView;
import org.patchbay.customers.CustomerWords;
import org.patchbay.customers.Customers;
import org.patchbay.identity.AuthConfig;
import org.patchbay.identity.Device;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.identity.SignUps;
import org.patchbay.shared.language.Language;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.limits.RateLimits;
import org.patchbay.shared.openapi.VersionedResponses;
import org.patchbay.shared.problems.ProblemType;

import io.vertx.core.http.HttpServerRequest;

/** Customers who make their own account. They choose a password once their address is proven. */
@Path("/auth/sign-up")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sign-in")
public class SignUpResource {

    private final SignUps signUps;
    private final Customers customers;
    private final Organisations organisations;
    private final RateLimits limits;
    private final boolean enabled;

    SignUpResource(
            SignUps signUps, Customers customers, Organisations organisations, RateLimits limits, AuthConfig config) {
        this.signUps = signUps;
        this.customers = customers;
        this.organisations = organisations;
        this.limits = limits;
        this.enabled = config.signUpEnabled();
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            operationId = "signUp",
            summary = "Sign up as a customer",
            description =
                    "Mails a link, with which a password is chosen; before that there is no account. The answer is"
                            + " the same where somebody has this address, who gets a link for a new password.")
    @APIResponse(responseCode = "202", description = "A mail is on its way")
    @APIResponse(responseCode = "403", description = "Sign-up is switched off")
    @APIResponse(responseCode = "429", description = "Too many sign-ups, or requests, from or for this address")
    public void signUp(@Valid @NotNull SignUp request, @Context HttpServerRequest http) {
        checkEnabled();
        limits.check(RateLimits.Kind.SIGN_UP, NetworkAddress.of(http));
        long organisation = organisations.meant(request.organisation(), http.authority(), null);
        organisations.checkOpenToCustomers(organisation);
        signUps.invite(organisation, request.name(), request.email(), Device.of(http), Language.of(http));
    }

    @POST
    @Path("/confirm")
    @Operation(
            operationId = "confirmSignUp",
            summary = "Make the account with the link of the mail",
            description = "The address is the user name. A customer who was known by it before has their orders.")
    @APIResponseSchema(
            value = CustomerView.class,
            responseCode = "201",
            responseDescription = "Signed up; sign in next")
    @APIResponse(responseCode = "403", description = "Sign-up is switched off")
    @APIResponse(responseCode = "409", description = "They have an account by now")
    @APIResponse(responseCode = "410", description = "The link was used or is too old")
    public RestResponse<CustomerView> confirm(@Valid @NotNull FirstPassword request, @Context HttpServerRequest http) {
        checkEnabled();
        var customer = signUps.confirm(
                request.token(), request.password(), Role.CUSTOMER, Language.of(http), customers::welcome);
        return VersionedResponses.created("customers/" + customer.id(), customer, customer.version());
    }

    private void checkEnabled() {
        if (!enabled) {
            throw ProblemType.SIGN_UP_DISABLED.because(CustomerWords.NO_SIGN_UP);
        }
    }
}
