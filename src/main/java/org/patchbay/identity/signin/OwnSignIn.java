package org.patchbay.identity.signin;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.accounts.PasswordLink;
import org.patchbay.identity.accounts.Passwords;
import org.patchbay.identity.sessions.Session;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Changes of one's own sign-in, which need the password again. No transaction spans the slow hash. */
@ApplicationScoped
class OwnSignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInThrottle throttle;
    private final Audit audit;

    OwnSignIn(Accounts accounts, Passwords passwords, SecondFactors factors, SignInThrottle throttle, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** Ends all other sessions of the account, and invalidates its password links. */
    void changePassword(long accountId, long sessionId, String current, String replacement, String address) {
        var verified = verify(accountId, current, address);
        var hash = passwords.hash(replacement);
        Transactions.inNew(() -> {
            var account = Account.lock(accountId)
                    .filter(found -> Objects.equals(found.passwordHash, verified.passwordHash))
                    .orElseThrow(OwnSignIn::wrongPassword);
            account.passwordHash = hash;
            PasswordLink.deleteOf(accountId);
            Session.deleteOthersOf(accountId, sessionId);
            audit.record(Action.PASSWORD_CHANGED, accountId, null, null);
        });
    }

    /** Does nothing where there is no second factor. */
    void removeSecondFactor(long accountId, String password, String address) {
        verify(accountId, password, address);
        factors.remove(accountId);
    }

    /** Counts apart from sign-ins, so that an attacker with a stolen session cannot lock the owner out. */
    private Account verify(long accountId, String password, String address) {
        var account = accounts.byId(accountId).orElseThrow(OwnSignIn::wrongPassword);
        var attempt = throttle.own(account.username, address);
        throttle.attempt(attempt);
        if (!passwords.matches(password, account)) {
            throw wrongPassword();
        }
        throttle.succeeded(attempt);
        return account;
    }

    private static HttpProblem wrongPassword() {
        return ProblemType.WRONG_PASSWORD.problem().build();
    }
}
