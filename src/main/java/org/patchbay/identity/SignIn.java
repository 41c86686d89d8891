package org.patchbay.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.audit.AuditContext;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;

/** Gives a token for a user name and a password. No transaction spans the slow hash. */
@ApplicationScoped
class SignIn {

    private final Organisations organisations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordLinks links;
    private final SignInThrottle throttle;
    private final Tokens tokens;
    private final Tenancy tenancy;
    private final Audit audit;
    private final AuditContext context;

    SignIn(
            Organisations organisations,
            Accounts accounts,
            Passwords passwords,
            PasswordLinks links,
            SignInThrottle throttle,
            Tokens tokens,
            Tenancy tenancy,
            Audit audit,
            AuditContext context) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.throttle = throttle;
        this.tokens = tokens;
        this.tenancy = tenancy;
        this.audit = audit;
        this.context = context;
    }

    /** In an organisation that does not exist nobody has an account, and strangers learn no more than that. */
    Token signIn(long organisation, String username, String password, String address) {
        return tenancy.in(organisation, () -> {
            throttle.attempt(username, address);
            var account = accounts.byUsername(username).orElse(null);
            if (!passwords.matches(password, account)) {
                audit.recordAlone(Action.SIGN_IN_FAILED, username);
                throw ProblemType.WRONG_CREDENTIALS.problem().build();
            }
            throttle.succeeded(username, address);
            organisations.checkOpen(organisation);
            context.actor(account.id, account.name);
            audit.recordAlone(Action.SIGN_IN_SUCCEEDED, account.id);
            return tokens.issue(account);
        });
    }

    /** Every request counts as a failure, so that nobody's mailbox is flooded. */
    void forgotten(long organisation, String email, String address) {
        tenancy.in(organisation, () -> {
            throttle.attempt("forgotten:" + email, address);
            links.send(email, PasswordLinks.Why.FORGOTTEN);
        });
    }
}
