package org.patchbay.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.AccountResource.StaffRole;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;

import io.quarkus.cache.CacheResult;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Makes and removes sign-ins; the features above say for whom. */
@ApplicationScoped
public class Accounts {

    /** What has become of an account and its session since a token was issued. */
    enum Standing {
        GOOD,
        SUSPENDED,
        ENDED
    }

    private final Passwords passwords;
    private final Tenancy tenancy;

    Accounts(Passwords passwords, Tenancy tenancy) {
        this.passwords = passwords;
        this.tenancy = tenancy;
    }

    /**
     * @return the new account's id
     * @throws org.hibernate.exception.ConstraintViolationException where the user name is taken, which becomes 409
     */
    @Transactional
    public long create(Credentials credentials, String name, Set<Role> roles) {
        var hash = passwords.hash(credentials.password());
        return Account.create(credentials.username(), hash, name, roles).id;
    }

    @Transactional
    AccountView create(AccountResource.NewAccount request) {
        var roles = request.roles().stream().map(StaffRole::role).collect(Collectors.toSet());
        long id = create(request.signIn(), request.name(), roles);
        return AccountView.of(Account.byId(id).orElseThrow());
    }

    @Transactional
    Page<AccountView> list(String after, int limit) {
        long afterId = Cursor.id(after);
        var rows = Account.page(afterId, limit + 1);
        return Page.of(rows, limit, AccountView::of, account -> Cursor.at(account.id));
    }

    @Transactional
    void deleteStaff(long id) {
        var account = Account.byId(id).orElseThrow(() -> unknown(id));
        if (account.roles.contains(Role.AGENT) || account.roles.contains(Role.CUSTOMER)) {
            throw ProblemType.CONFLICT.because("Delete the agent or customer it belongs to.");
        }
        account.delete();
    }

    @Transactional
    public void rename(long id, String name) {
        Account.byId(id).ifPresent(account -> account.name = name);
    }

    /** Removes the sign-in; tokens it has are refused within seconds. */
    @Transactional
    public void delete(long id) {
        Account.delete(id);
    }

    /** Whether somebody with a token may still act; remembered for seconds, because every request asks. */
    @CacheResult(cacheName = "accounts")
    @Transactional
    Standing standing(long id, long sessionId) {
        return Account.standing(Tenancy.organisation(), id, sessionId)
                .map(status -> status == OrganisationStatus.ACTIVE ? Standing.GOOD : Standing.SUSPENDED)
                .orElse(Standing.ENDED);
    }

    /** Ends all sessions of an account. */
    @Transactional
    void signOutEverywhere(long id) {
        var account = Account.byId(id).orElseThrow(() -> unknown(id));
        Session.deleteOf(account.id);
    }

    /**
     * Whether nobody can sign in yet. Holds the organisation's row until the transaction ends, so that of replicas that
     * start at once one sets up.
     */
    @Transactional
    public boolean isUnused() {
        Organisation.lock(Tenancy.organisation());
        return Account.count() == 0;
    }

    /** An account without a password for somebody who is to be invited, unless it is there. */
    @Transactional
    void ensureInvited(String email, String name, Set<Role> roles) {
        var existing = Account.byEmail(email);
        if (existing.isEmpty()) {
            Account.create(email, null, name, roles).email = email;
        } else if (!existing.get().roles.containsAll(roles)) {
            throw ProblemType.ALREADY_EXISTS.because("Somebody else of the organisation has this address.");
        }
    }

    /** The first few organisations where somebody has this address. */
    List<Long> organisationsOf(String email) {
        return tenancy.everywhere(() -> QuarkusTransaction.requiringNew().call(() -> Account.organisationsOf(email)));
    }

    @Transactional
    Optional<Account> byUsername(String username) {
        return Account.byUsername(username);
    }

    @Transactional
    Optional<Account> byId(long id) {
        return Account.byId(id);
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because("There is no account " + id + ".");
    }
}
