package org.patchbay.identity.sessions;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.patchbay.identity.AuthConfig;
import org.patchbay.identity.Role;
import org.patchbay.identity.Scope;
import org.patchbay.identity.Token;
import org.patchbay.identity.accounts.Account;
import org.patchbay.shared.time.Times;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Makes access tokens (JWT, RFC 7519), and tells SmallRye JWT how to check them. */
@ApplicationScoped
public class Tokens {

    public static final String ORGANISATION = "org";
    public static final String NAME = "name";
    public static final String SCOPE = "scope";
    public static final String SESSION = "sid";
    private static final String ISSUER = "patchbay";
    private static final String TYPE = "Bearer";

    private final SigningKey key;
    private final CheckedTokens checked;
    private final Duration lifetime;
    private final Duration refreshLifetime;

    Tokens(SigningKey key, CheckedTokens checked, AuthConfig config) {
        this.key = key;
        this.checked = checked;
        this.lifetime = config.tokenLifetime();
        this.refreshLifetime = config.refreshLifetime();
    }

    public Token issue(Account account, long sessionId, RefreshToken refresh) {
        var access = sign(claims(account).claim(SESSION, sessionId));
        return new Token(access, TYPE, lifetime.toSeconds(), refresh.text(), refreshLifetime.toSeconds());
    }

    public ClientToken issue(Account client, Set<Scope> scopes) {
        var list = Scope.list(scopes);
        return new ClientToken(sign(claims(client).claim(SCOPE, list)), TYPE, lifetime.toSeconds(), list);
    }

    /** Parses one of these tokens; later requests with it find it checked. */
    public JsonWebToken read(Token token) {
        try {
            return checked.parse(token.accessToken(), verification());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private JwtClaimsBuilder claims(Account account) {
        var now = Times.now();
        return Jwt.issuer(ISSUER)
                .subject(Long.toString(account.id))
                .upn(account.username)
                .groups(account.roles.stream().map(Role::text).collect(Collectors.toSet()))
                .claim(ORGANISATION, account.organisationId())
                .claim(NAME, account.name)
                .issuedAt(now)
                .expiresAt(now.plus(lifetime));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.RS256).sign(key.privateKey());
    }

    /** Derived from the one configured key, so that signing and checking cannot disagree. */
    @Produces
    @Alternative
    @Priority(1)
    @ApplicationScoped
    JWTAuthContextInfo verification() {
        var info = new JWTAuthContextInfo(key.publicKey(), ISSUER);
        info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        return info;
    }
}
