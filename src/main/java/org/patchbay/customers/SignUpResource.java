package org.patchbay.customers;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.patchbay.identity.AuthConfig;
import org.patchbay.identity.Credentials;
import org.patchbay.identity.Organisations;
import org.patchbay.shared.Answers;
import org.patchbay.shared.Network;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.RateLimits;
import org.patchbay.shared.Tenancy;

import io.vertx.core.http.HttpServerRequest;

/** Customers who make their own account. */
@Path("/auth/sign-up")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class SignUpResource {

    private final Customers customers;
    private final Organisations organisations;
    private final Tenancy tenancy;
    private final RateLimits limits;
    private final boolean enabled;

    SignUpResource(
            Customers customers, Organisations organisations, Tenancy tenancy, RateLimits limits, AuthConfig config) {
        this.customers = customers;
        this.organisations = organisations;
        this.tenancy = tenancy;
        this.limits = limits;
        this.enabled = config.signUpEnabled();
    }

    record SignUp(
            @Size(max = 63)
            @Schema(
                    description = "The organisation's slug; needless where the host name tells it",
                    examples = "default",
                    nullable = true)
            String organisation,

            @NotBlank @Size(max = 200) @Schema(examples = "Carla Customer")
            String name,

            @NotNull
            @Email
            @Size(max = 190)
            @Schema(description = "Its case does not matter: it is kept in lower case", examples = "carla@example.org")
            String email,

            @NotNull @Valid Credentials signIn) {}

    @POST
    @PermitAll
    @Operation(operationId = "signUp", summary = "Sign up as a customer")
    @APIResponseSchema(
            value = CustomerView.class,
            responseCode = "201",
            responseDescription = "Signed up; sign in next")
    @APIResponse(responseCode = "403", description = "Sign-up is switched off")
    @APIResponse(responseCode = "409", description = "The user name or e-mail address is taken")
    @APIResponse(responseCode = "429", description = "Too many sign-ups, or requests, from this address")
    public RestResponse<CustomerView> signUp(@Valid @NotNull SignUp request, @Context HttpServerRequest http) {
        if (!enabled) {
            throw ProblemType.SIGN_UP_DISABLED.because("Ask the organisation for an account.");
        }
        limits.check(RateLimits.Kind.SIGN_UP, Network.of(http));
        long organisation = organisations.meant(request.organisation(), http.authority(), null);
        organisations.checkOpenToCustomers(organisation);
        var customer = tenancy.in(
                organisation,
                () -> customers.signUp(new NewCustomer(request.name(), request.email(), null, request.signIn())));
        return Answers.created("customers/" + customer.id(), customer, customer.version());
    }
}
