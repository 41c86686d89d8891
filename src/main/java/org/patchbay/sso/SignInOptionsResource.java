package org.patchbay.sso;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.patchbay.customers.VisitorAdmission;
import org.patchbay.identity.AuthConfig;
import org.patchbay.identity.Organisations;
import org.patchbay.shared.Api;

import io.vertx.core.http.HttpServerRequest;

/** The ways to sign in that a page offers. */
@Path("/auth/options")
@Tag(name = "Sign-in")
public class SignInOptionsResource {

    private final Organisations organisations;
    private final IdentityProviders identityProviders;
    private final VisitorAdmission admission;
    private final boolean signUp;

    SignInOptionsResource(
            Organisations organisations,
            IdentityProviders identityProviders,
            VisitorAdmission admission,
            AuthConfig config) {
        this.admission = admission;
        this.organisations = organisations;
        this.identityProviders = identityProviders;
        this.signUp = config.signUpEnabled();
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "signInOptions",
            summary = "Read how people of an organisation sign in",
            description = "An organisation that does not exist looks like one that is named like its slug.")
    public SignInOptions options(
            @QueryParam("organisation")
                    @Size(max = 63)
                    @Parameter(description = "Its slug; needless where the host name tells it")
                    @Nullable
                    String slug,
            @Context HttpServerRequest http) {
        var organisation = organisations.name(slug, http.authority());
        return new SignInOptions(
                organisation,
                true,
                signUp,
                organisations
                        .served(organisation.slug())
                        .filter(admission::admits)
                        .isPresent(),
                identityProviders.isOffered(organisation.slug())
                        ? Api.PATH + "/auth/sso/" + organisation.slug()
                        : null);
    }
}
