package org.patchbay.sso;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.SecretEncryption.Purpose;
import org.patchbay.shared.Api;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells Quarkus which identity provider vouches for a request: none, unless {@link FederatedSignInResource} chose one.
 * So no path, cookie or token in a request can make another endpoint believe an identity provider.
 */
@ApplicationScoped
class ProviderTenantResolver implements TenantConfigResolver {

    private static final String CHOSEN = ProviderTenantResolver.class.getName();
    private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(3);
    private static final Duration FLOW_LIMIT = Duration.ofMinutes(15);

    private static final OidcTenantConfig NONE =
            OidcTenantConfig.builder().tenantId("none").disableTenant().build();

    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final SecretEncryption encryption;
    private final boolean https;

    ProviderTenantResolver(
            SecretEncryption encryption, @ConfigProperty(name = "patchbay.public-url") String publicUrl) {
        this.encryption = encryption;
        this.https = publicUrl.startsWith("https:");
    }

    /** A configuration, and the provider from which it was made. */
    private record Known(Provider provider, OidcTenantConfig config) {}

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        OidcTenantConfig chosen = request.get(CHOSEN);
        return Uni.createFrom().item(chosen == null ? NONE : chosen);
    }

    /** Makes the provider vouch for this request. Each request is asked anew, so that changes work at once. */
    void choose(RoutingContext request, Provider provider) {
        var before = known.get(provider.organisation());
        if (before != null && before.provider().equals(provider)) {
            request.put(CHOSEN, before.config());
            return;
        }
        var now = new Known(provider, config(provider));
        known.put(provider.organisation(), now);
        request.put(CHOSEN, now.config());
    }

    private OidcTenantConfig config(Provider provider) {
        var path = Api.PATH + "/auth/sso/" + provider.slug();
        var cookies = encryption.derive(Purpose.SIGN_ON_COOKIES, provider.organisation());
        return OidcTenantConfig.builder()
                // Another version is another tenant: Quarkus never mixes its data of the two.
                .tenantId("sign-on-" + provider.id() + "-" + provider.version())
                .applicationType(ApplicationType.HYBRID)
                .authServerUrl(provider.issuer())
                .followRedirects(false)
                .connectionTimeout(CONNECTION_LIMIT)
                .connectionRetryCount(1)
                .clientId(provider.clientId())
                .credentials()
                .clientSecret(provider.clientSecret(), Method.BASIC)
                .end()
                .token()
                .issuer(provider.issuer())
                .subjectRequired()
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .authentication()
                .pkceRequired()
                .nonceRequired()
                .stateSecret(cookies)
                .scopes("profile", "email")
                .redirectPath(path)
                .removeRedirectParameters(false)
                .restorePathAfterRedirect(false)
                .cookiePath(path)
                .cookieForceSecure(https)
                .forceRedirectHttpsScheme(https)
                .stateCookieAge(FLOW_LIMIT)
                .userInfoRequired(false)
                .end()
                .tokenStateManager()
                .encryptionSecret(cookies)
                .end()
                .build();
    }
}
