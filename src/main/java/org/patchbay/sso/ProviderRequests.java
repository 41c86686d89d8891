package org.patchbay.sso;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcRequestFilter;

/**
 * Limits the time of one request to an identity provider, several of which make a sign-in, and its destinations: the
 * provider's own description of itself may name any address.
 */
@ApplicationScoped
@Unremovable
class ProviderRequests implements OidcRequestFilter {

    private static final Duration LIMIT = Duration.ofSeconds(4);

    @Override
    public void filter(OidcRequestContext context) {
        var request = context.request();
        if (!Boolean.TRUE.equals(request.ssl()) && !SafeAddress.Validator.THIS_MACHINE.contains(request.host())) {
            throw new OIDCException("An identity provider names an address that is not safe: " + request.host());
        }
        request.timeout(LIMIT.toMillis());
    }
}
