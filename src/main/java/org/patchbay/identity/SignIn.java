package org.patchbay.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.shared.ProblemType;

/** Gives a token for a user name and a password. No transaction spans the slow hash. */
@ApplicationScoped
class SignIn {

    private final Organisations organisations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Tokens tokens;

    SignIn(
            Organisations organisations,
            Accounts accounts,
            Passwords passwords,
            SignInThrottle throttle,
            Tokens tokens) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.tokens = tokens;
    }

    Token signIn(String username, String password, String address) {
        long organisation = organisations.current();
        throttle.attempt(organisation, username, address);
        var account = accounts.byUsername(organisation, username).orElse(null);
        if (!passwords.matches(password, account)) {
            throw ProblemType.WRONG_CREDENTIALS.problem().build();
        }
        throttle.succeeded(organisation, username, address);
        return tokens.issue(account);
    }
}
