package org.patchbay.identity.accounts;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.AcceptablePassword;
import org.patchbay.identity.AuthConfig;
import org.patchbay.shared.language.Texts;

import io.quarkus.elytron.security.common.BcryptUtil;

/**
 * Password hashes (bcrypt), of the password's normal form C (RFC 8265, OpaqueString): keyboards compose the same text
 * differently.
 */
@ApplicationScoped
public class Passwords {

    private final int cost;
    /** Checked for unknown accounts, so that the response time does not tell which accounts exist. */
    private final String nobodysHash;

    Passwords(AuthConfig config) {
        cost = config.bcryptCost();
        nobodysHash = hash("nobody has this password");
    }

    public String hash(String password) {
        return BcryptUtil.bcryptHash(Texts.composed(password), cost);
    }

    public boolean matches(String password, @Nullable Account account) {
        var hash = account == null ? null : account.passwordHash;
        var composed = Texts.composed(password);
        boolean same = BcryptUtil.matches(composed, hash == null ? nobodysHash : hash);
        return same && hash != null && AcceptablePassword.Validator.fits(composed);
    }
}
