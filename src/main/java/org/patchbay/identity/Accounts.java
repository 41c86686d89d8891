package org.patchbay.identity;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.identity.AccountResource.StaffRole;
import org.patchbay.shared.Cursor;
import org.patchbay.shared.Page;
import org.patchbay.shared.ProblemType;

import io.quarkus.cache.CacheResult;

/** Makes and removes sign-ins; the features above say for whom. */
@ApplicationScoped
public class Accounts {

    private final Passwords passwords;

    Accounts(Passwords passwords) {
        this.passwords = passwords;
    }

    /**
     * @return the new account's id
     * @throws org.hibernate.exception.ConstraintViolationException where the user name is taken, which becomes 409
     */
    @Transactional
    public long create(long organisationId, Credentials credentials, String name, Set<Role> roles) {
        var hash = passwords.hash(credentials.password());
        return Account.create(organisationId, credentials.username(), hash, name, roles).id;
    }

    @Transactional
    AccountView create(Actor actor, AccountResource.NewAccount request) {
        var roles = request.roles().stream().map(StaffRole::role).collect(Collectors.toSet());
        long id = create(actor.organisationId(), request.signIn(), request.name(), roles);
        return AccountView.of(Account.byId(actor.organisationId(), id).orElseThrow());
    }

    @Transactional
    Page<AccountView> list(Actor actor, String after, int limit) {
        long afterId = Cursor.id(after);
        var rows = Account.page(actor.organisationId(), afterId, limit + 1);
        return Page.of(rows, limit, AccountView::of, account -> Cursor.at(account.id));
    }

    @Transactional
    void deleteStaff(Actor actor, long id) {
        var account = Account.byId(actor.organisationId(), id)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no account " + id + "."));
        if (account.roles.contains(Role.AGENT) || account.roles.contains(Role.CUSTOMER)) {
            throw ProblemType.CONFLICT.because("Delete the agent or customer it belongs to.");
        }
        account.delete();
    }

    @Transactional
    public void rename(long organisationId, long id, String name) {
        Account.byId(organisationId, id).ifPresent(account -> account.name = name);
    }

    /** Removes the sign-in; tokens it has are refused within seconds. */
    @Transactional
    public void delete(long organisationId, long id) {
        Account.delete(organisationId, id);
    }

    /** Whether the account still exists; remembered for seconds, because every request asks. */
    @CacheResult(cacheName = "accounts")
    @Transactional
    public boolean exists(long organisationId, long id) {
        return Account.exists(organisationId, id);
    }

    /**
     * Whether nobody can sign in yet. Holds the organisation's row until the transaction ends, so that of replicas that
     * start at once one sets up.
     */
    @Transactional
    public boolean isUnused(long organisationId) {
        Organisation.lock(organisationId);
        return Account.count("organisationId", organisationId) == 0;
    }

    @Transactional
    Optional<Account> byUsername(long organisationId, String username) {
        return Account.byUsername(organisationId, username);
    }
}
