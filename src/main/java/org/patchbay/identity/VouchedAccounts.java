package org.patchbay.identity;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.ProblemType;

/**
 * Accounts for whose owners an identity provider vouches. They have no password, and no address here, so that no link to
 * set one is ever mailed.
 */
@ApplicationScoped
public class VouchedAccounts {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;

    VouchedAccounts(Accounts accounts, Sessions sessions, Audit audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Whether an account of the organisation has this as its user name or address. */
    @Transactional
    public boolean isTaken(String nameOrAddress) {
        return Account.byUsername(nameOrAddress)
                .or(() -> Account.byEmail(nameOrAddress))
                .isPresent();
    }

    /** @return the new account's id */
    @Transactional
    public long create(String username, String name, Set<Role> roles) {
        var account = Account.create(username, null, name, roles);
        audit.record(Action.ACCOUNT_CREATED, account.id, null, AccountView.of(account));
        return account.id;
    }

    /** Where a role is taken away, all sessions end. */
    @Transactional
    public void changeRoles(long id, Set<Role> roles) {
        accounts.changeRoles(Account.lock(id).orElseThrow(VouchedAccounts::gone), roles);
    }

    /** Who has no role left is signed in nowhere. */
    @Transactional
    public void endSessions(long id) {
        Session.deleteOf(id);
        audit.record(Action.SIGNED_OUT_EVERYWHERE, id, null, null);
    }

    /** Begins a session. The second factor was the identity provider's business. */
    @Transactional
    public Token signIn(long id, Device device) {
        return sessions.begin(Account.byId(id).orElseThrow(VouchedAccounts::gone), device);
    }

    private static RuntimeException gone() {
        return ProblemType.UNAUTHORIZED.because("The account was removed meanwhile. Sign in again.");
    }
}
