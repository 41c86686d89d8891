package org.patchbay.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.elytron.security.common.BcryptUtil;

/** Password hashes (bcrypt). */
@ApplicationScoped
class Passwords {

    private final int cost;
    /** Checked where the account is unknown, so that an answer's time does not tell which accounts exist. */
    private final String nobodysHash;

    Passwords(AuthConfig config) {
        cost = config.bcryptCost();
        nobodysHash = hash("nobody has this password");
    }

    String hash(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    boolean matches(String password, Account accountOrNull) {
        var hash = accountOrNull == null ? null : accountOrNull.passwordHash;
        boolean same = BcryptUtil.matches(password, hash == null ? nobodysHash : hash);
        return same && hash != null && AcceptablePassword.Validator.fits(password);
    }
}
