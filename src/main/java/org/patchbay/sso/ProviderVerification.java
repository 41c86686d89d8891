package org.patchbay.sso;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;

/** Has Quarkus ask the identity provider, for no longer than a sign-in may take. */
@ApplicationScoped
class ProviderVerification {

    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final ProviderTenantResolver providerTenantResolver;
    private final CurrentIdentityAssociation identity;
    private final HttpAuthenticator authenticator;
    private final CurrentVertxRequest request;

    ProviderVerification(
            ProviderTenantResolver providerTenantResolver,
            CurrentIdentityAssociation identity,
            HttpAuthenticator authenticator,
            CurrentVertxRequest request) {
        this.request = request;
        this.providerTenantResolver = providerTenantResolver;
        this.identity = identity;
        this.authenticator = authenticator;
    }

    /**
     * The provider's claims about the sender of this request; empty where nobody has signed in there yet.
     *
     * @throws HttpProblem where the provider does not vouch for them, or cannot be asked
     */
    Optional<IdentityClaims> verified(Provider provider) {
        providerTenantResolver.choose(request.getCurrent(), provider);
        var verified = asked(identity::getDeferredIdentity);
        if (verified.isAnonymous()) {
            return Optional.empty();
        }
        var claims = IdentityClaims.of(((JsonWebToken) verified.getPrincipal()).getRawToken());
        if (!claims.areFor(provider.clientId())) {
            throw refused();
        }
        return Optional.of(claims);
    }

    /** Redirects to the provider of {@link #verified}. */
    Response redirect() {
        var challenge = asked(() -> authenticator.getChallenge(request.getCurrent()));
        if (challenge.status != Response.Status.FOUND.getStatusCode()) {
            throw refused();
        }
        return Response.status(challenge.status)
                .location(URI.create(challenge.headerContent))
                .build();
    }

    static HttpProblem refused() {
        return ProblemType.UNAUTHORIZED.because(SignOnWords.NOT_VOUCHED);
    }

    /** A response of the provider that makes Quarkus fail is the provider's failure, not ours. */
    private static <T> T asked(Supplier<Uni<T>> question) {
        try {
            return question.get().await().atMost(LIMIT);
        } catch (AuthenticationFailedException | AuthenticationCompletionException e) {
            if (isUnreachable(e)) {
                throw failed(e);
            }
            Log.debugf(e, "A sign-in was refused");
            throw refused();
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private static boolean isUnreachable(Throwable thrown) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static HttpProblem failed(RuntimeException e) {
        Log.warnf("An identity provider failed: %s", e);
        return ProblemType.IDENTITY_PROVIDER_FAILED.because(SignOnWords.TRY_LATER);
    }
}
