package org.patchbay.identity;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.accounts.AccountView;
import org.patchbay.identity.sessions.Sessions;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkus.logging.Log;

/**
 * Accounts of people for whom an identity provider vouches, and of visitors. They have neither a password nor an
 * address here, so that no link to set a password is ever mailed.
 */
@ApplicationScoped
public class PasswordlessAccounts {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;

    PasswordlessAccounts(Accounts accounts, Sessions sessions, Audit audit) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Whether an account has this user name, or a member of staff this address: customers may have both. */
    @Transactional
    public boolean isTaken(String nameOrAddress) {
        return Account.byUsername(nameOrAddress)
                .or(() -> Account.byEmail(nameOrAddress).filter(account -> !account.roles.contains(Role.CUSTOMER)))
                .isPresent();
    }

    /** @return the new account's id */
    @Transactional
    public long create(String username, String name, Set<Role> roles) {
        var account = Account.create(username, null, name, roles, Contact.NONE);
        audit.record(Action.ACCOUNT_CREATED, account.id, null, AccountView.of(account));
        return account.id;
    }

    /** The present roles of the account. */
    @Transactional
    public Set<Role> rolesOf(long id) {
        return Account.rolesOf(id).orElseThrow(PasswordlessAccounts::gone);
    }

    /**
     * Sets exactly these roles; but the last admin stays one, because nobody else could mend the mapping that takes the
     * role away. Where a role is lost, all sessions end.
     *
     * @return the roles that the account has now
     */
    @Transactional
    public Set<Role> changeRoles(long id, Set<Role> roles) {
        var given = roles;
        if (!roles.contains(Role.ADMIN) && accounts.isLastAdmin(id)) {
            Log.warnf("Account %d stays an admin: nobody else of organisation %d is one", id, CurrentOrganisation.id());
            given = Stream.concat(roles.stream(), Stream.of(Role.ADMIN)).collect(Collectors.toSet());
        }
        accounts.changeRoles(Account.lock(id).orElseThrow(PasswordlessAccounts::gone), given);
        return given;
    }

    /** Calls the owner otherwise from now on. */
    @Transactional
    public void rename(long id, String name) {
        accounts.rename(id, name);
    }

    /** Begins a session. An identity provider was in charge of the second factor; visitors have none. */
    @Transactional
    public Token signIn(long id, Device device) {
        return sessions.begin(Account.byId(id).orElseThrow(PasswordlessAccounts::gone), device);
    }

    /** The account of an organisation whose session a refresh token continues. */
    public Optional<Long> accountOf(String refresh, long organisation) {
        return sessions.accountOf(refresh, organisation);
    }

    /** Ends the session that a refresh token continues. */
    public void signOut(String refresh) {
        sessions.signOut(refresh);
    }

    /**
     * Ends all sessions of accounts; their access tokens are refused within seconds.
     *
     * @return the networks from which they were used last
     */
    public Set<NetworkAddress> signOutEverywhere(Collection<Long> ids) {
        return sessions.endAllOf(ids);
    }

    private static RuntimeException gone() {
        return ProblemType.UNAUTHORIZED.because(IdentityWords.REMOVED_MEANWHILE);
    }
}
