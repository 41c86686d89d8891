package org.patchbay.identity.sessions;

import java.util.concurrent.CompletableFuture;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.patchbay.shared.time.Times;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;

/** Checks the signature of a token once, and its expiry each time: there is one key, and a token never changes. */
@ApplicationScoped
@Alternative
@Priority(1)
class CheckedTokens extends JWTCallerPrincipalFactory {

    private final JWTCallerPrincipalFactory check = new DefaultJWTCallerPrincipalFactory();
    private final CaffeineCache checked;

    CheckedTokens(@CacheName("tokens") Cache cache) {
        this.checked = cache.as(CaffeineCache.class);
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo info) throws ParseException {
        CompletableFuture<JWTCallerPrincipal> known = checked.getIfPresent(token);
        var principal = known == null ? checkAnew(token, info) : known.join();
        if (principal.getExpirationTime() <= Times.now().getEpochSecond()) {
            throw new ParseException("The token has expired");
        }
        return principal;
    }

    private JWTCallerPrincipal checkAnew(String token, JWTAuthContextInfo info) throws ParseException {
        var principal = check.parse(token, info);
        checked.put(token, CompletableFuture.completedFuture(principal));
        return principal;
    }
}
