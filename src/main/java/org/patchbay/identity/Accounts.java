package org.patchbay.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.accounts.AccountView;
import org.patchbay.identity.accounts.NewAccount;
import org.patchbay.identity.accounts.Passwords;
import org.patchbay.identity.accounts.StaffRole;
import org.patchbay.identity.organisations.Organisation;
import org.patchbay.identity.organisations.OrganisationStatus;
import org.patchbay.identity.sessions.Session;
import org.patchbay.identity.signin.SecondFactors;
import org.patchbay.shared.language.Spelling;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.search.Search;
import org.patchbay.shared.tenancy.CurrentOrganisation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.cache.CacheResult;

import static java.util.Objects.requireNonNull;

/** Makes and removes sign-ins. Features above decide for whom. */
@ApplicationScoped
public class Accounts {

    private static final Set<Role> STAFF = EnumSet.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);

    /** The state of an account and its session since a token was issued. */
    enum AccountStatus {
        GOOD,
        SUSPENDED,
        ENDED
    }

    private static final Set<Role> OF_THE_HOUSE = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
    private static final Set<Role> OF_SOMETHING_ELSE = Set.of(Role.AGENT, Role.CUSTOMER, Role.INTEGRATION);

    private final Passwords passwords;
    private final SecondFactors factors;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;

    Accounts(Passwords passwords, SecondFactors factors, CurrentOrganisation currentOrganisation, Audit audit) {
        this.passwords = passwords;
        this.factors = factors;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
    }

    /**
     * Makes an account. A user name that is an e-mail address is also the owner's mail address.
     *
     * @return the new account's id
     * @throws org.hibernate.exception.ConstraintViolationException where the user name is taken, which becomes 409
     */
    @Transactional
    public long create(Credentials credentials, String name, Set<Role> roles) {
        return create(credentials, name, roles, new Contact(credentials.address(), null));
    }

    /**
     * As {@link #create(Credentials, String, Set)}, with a contact of its own.
     *
     * @throws org.hibernate.exception.ConstraintViolationException also where another account has the address
     */
    @Transactional
    public long create(Credentials credentials, String name, Set<Role> roles, Contact contact) {
        return create(credentials.username(), passwords.hash(credentials.password()), name, roles, contact).id;
    }

    /** Makes an account for a person who used a link that was mailed to their address. */
    @Transactional
    long createConfirmed(String name, Contact contact, String passwordHash, Set<Role> roles) {
        var address = requireNonNull(contact.email());
        if (Account.byEmail(address).or(() -> Account.byUsername(address)).isPresent()) {
            throw known();
        }
        var account = create(address, passwordHash, name, roles, contact);
        account.emailConfirmed = true;
        return account.id;
    }

    private Account create(
            String username, @Nullable String passwordHash, String name, Set<Role> roles, Contact contact) {
        var account = Account.create(username, passwordHash, name, roles, contact);
        audit.record(Action.ACCOUNT_CREATED, account.id, null, AccountView.of(account));
        return account;
    }

    @Transactional
    AccountView create(NewAccount request) {
        var roles = request.roles().stream().map(StaffRole::role).collect(Collectors.toSet());
        long id = create(request.signIn(), request.name(), roles);
        return AccountView.of(Account.byId(id).orElseThrow());
    }

    @Transactional
    Page<AccountView> list(@Nullable String after, int limit) {
        long afterId = Cursor.id(after);
        var rows = Account.page(afterId, limit + 1);
        return Page.of(rows, limit, AccountView::of, account -> Cursor.at(account.id));
    }

    /**
     * Sets the staff roles. An agent stays an agent, and an organisation keeps an admin, also where two admins take the
     * role from each other.
     */
    @Transactional
    AccountView setStaffRoles(Actor by, long id, Set<StaffRole> staffRoles) {
        lockAs(by);
        var account = Account.lock(id).orElseThrow(() -> unknown(id));
        if (!OF_THE_HOUSE.containsAll(account.roles)) {
            throw ProblemType.CONFLICT.because(IdentityWords.STAFF_ONLY);
        }
        var roles = staffRoles.stream().map(StaffRole::role).collect(Collectors.toCollection(HashSet::new));
        if (account.roles.contains(Role.AGENT)) {
            roles.add(Role.AGENT);
        }
        if (roles.isEmpty()) {
            throw ProblemType.CONFLICT.because(IdentityWords.WITHOUT_ROLE);
        }
        changeRoles(account, roles);
        return AccountView.of(account);
    }

    /**
     * Where two admins take the role from each other at once, the second one finds that they are no longer an admin.
     */
    private static void lockAs(Actor admin) {
        Organisation.lock(CurrentOrganisation.id());
        if (!Account.isAdmin(admin.accountId())) {
            throw ProblemType.FORBIDDEN.because(IdentityWords.NO_LONGER_ADMIN);
        }
    }

    /**
     * Whether no other account of the organisation is an admin. Where the account is one, this holds the organisation's
     * lock until the transaction ends, so that no other admin loses the role meanwhile.
     */
    boolean isLastAdmin(long id) {
        if (!Account.isAdmin(id)) {
            return false;
        }
        Organisation.lock(CurrentOrganisation.id());
        return !Account.isAdminBeside(id);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where no other account is an admin */
    @Transactional
    public void checkNotLastAdmin(long id) {
        if (isLastAdmin(id)) {
            throw ProblemType.CONFLICT.because(IdentityWords.LAST_ADMIN);
        }
    }

    /**
     * Sets the roles. Where a role is lost, all sessions end, because their tokens still name it. Call under the
     * account's lock.
     */
    void changeRoles(Account account, Set<Role> roles) {
        if (account.roles.equals(roles)) {
            return;
        }
        if (!roles.containsAll(account.roles)) {
            Session.deleteOf(account.id);
        }
        var before = AccountView.of(account);
        account.roles = roles;
        audit.record(Action.ACCOUNT_ROLES_CHANGED, account.id, before, AccountView.of(account));
    }

    @Transactional
    void deleteStaff(Actor by, long id) {
        lockAs(by);
        var account = Account.byId(id).orElseThrow(() -> unknown(id));
        if (!Collections.disjoint(account.roles, OF_SOMETHING_ELSE)) {
            throw ProblemType.CONFLICT.because(IdentityWords.BELONGS_TO_OTHERS);
        }
        remove(account);
    }

    private void remove(Account account) {
        checkNotLastAdmin(account.id);
        account.delete();
        audit.record(Action.ACCOUNT_DELETED, account.id, AccountView.of(account), null);
    }

    /** Whether there is such an API client. */
    @Transactional
    public boolean isProgram(long id) {
        return Account.byId(id)
                .filter(account -> account.roles.contains(Role.INTEGRATION))
                .isPresent();
    }

    @Transactional
    public void rename(long id, String name) {
        Account.byId(id).ifPresent(account -> account.name = name);
    }

    /**
     * Updates address and language from the contact of the account's owner. An account without an address, because an
     * identity provider vouches for its owner, gets none.
     */
    @Transactional
    public void contact(long id, Contact contact) {
        Account.byId(id).ifPresent(account -> {
            if (account.email != null && !account.email.equals(contact.email())) {
                account.moveTo(contact.email());
            }
            if (contact.language() != null) {
                account.language = contact.language();
            }
        });
    }

    /** The address of an account; empty where none is known. */
    @Transactional
    public Optional<String> emailOf(long id) {
        return Account.byId(id).map(account -> account.email);
    }

    /**
     * Makes sure that the account has an address for links for a new password.
     *
     * @param email the new address; null where theirs is known
     * @throws org.hibernate.exception.ConstraintViolationException where another account has the address
     */
    @Transactional
    void ensureReached(long id, @Nullable String email) {
        var wanted = email == null ? null : Spelling.folded(email);
        var account = Account.lock(id).orElseThrow(() -> unknown(id));
        if (account.isWithoutPasswords()) {
            throw ProblemType.CONFLICT.because(IdentityWords.WITHOUT_PASSWORD);
        }
        if (wanted == null || wanted.equals(account.email)) {
            if (account.email == null) {
                throw ProblemType.CONFLICT.because(IdentityWords.NO_ADDRESS);
            }
            return;
        }
        if (account.email != null && account.roles.contains(Role.CUSTOMER)) {
            throw ProblemType.CONFLICT.because(IdentityWords.CHANGE_CUSTOMER);
        }
        var before = AccountView.of(account);
        account.moveTo(wanted);
        Account.flush();
        audit.record(Action.ACCOUNT_ADDRESS_SET, id, before, AccountView.of(account));
    }

    /**
     * Removes the sign-in; its tokens are refused within seconds.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where it is the last admin's
     */
    @Transactional
    public void delete(long id) {
        Account.byId(id).ifPresent(this::remove);
    }

    /**
     * As {@link #delete}, of a customer who is erased.
     *
     * @return the user name; null where there is no account any more
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where they are of the house, too
     */
    @Transactional
    public @Nullable String deleteCustomer(long id) {
        var account = Account.lock(id).orElse(null);
        if (account == null) {
            return null;
        }
        if (!account.roles.equals(Set.of(Role.CUSTOMER))) {
            throw ProblemType.CONFLICT.because(IdentityWords.WORKS_HERE);
        }
        remove(account);
        return account.username;
    }

    /** Whether somebody with a token may still act; remembered for seconds, because every request asks. */
    @CacheResult(cacheName = "accounts")
    @Transactional
    AccountStatus standing(long id, long sessionId) {
        return Account.standing(id, sessionId)
                .map(status -> status == OrganisationStatus.ACTIVE ? AccountStatus.GOOD : AccountStatus.SUSPENDED)
                .orElse(AccountStatus.ENDED);
    }

    /** Ends all sessions of an account. */
    @Transactional
    void signOutEverywhere(long id) {
        var account = Account.byId(id).orElseThrow(() -> unknown(id));
        Session.deleteOf(account.id);
        audit.record(Action.SIGNED_OUT_EVERYWHERE, id, null, null);
    }

    /** For an owner who lost their app and their recovery codes; does nothing where there is no second factor. */
    @Transactional
    void removeSecondFactor(long id) {
        var account = Account.byId(id).orElseThrow(() -> unknown(id));
        factors.remove(account.id);
    }

    /**
     * Whether no account can sign in yet. Holds the organisation's row until the transaction ends: of replicas that
     * start at once, one sets up.
     */
    @Transactional
    public boolean isUnused() {
        Organisation.lock(CurrentOrganisation.id());
        return Account.count() == 0;
    }

    /** Makes an account without a password for an API client. */
    @Transactional
    public long createClient(String clientId, String name) {
        return Account.create(clientId, null, name, Set.of(Role.INTEGRATION), Contact.NONE).id;
    }

    /** Makes an account without a password for a person who is to be invited, unless it exists. */
    @Transactional
    void ensureInvited(String email, String name, Set<Role> roles) {
        var existing = Account.byEmail(email);
        if (existing.isPresent() && !existing.get().roles.containsAll(roles)) {
            throw ProblemType.ALREADY_EXISTS.because(IdentityWords.ADDRESS_OF_ANOTHER);
        }
        var account = existing.orElseGet(() -> invited(email, name, roles));
        audit.record(Action.ADMIN_INVITED, account.id, null, AccountView.of(account));
    }

    private Account invited(String email, String name, Set<Role> roles) {
        return create(email, null, name, roles, new Contact(email, null));
    }

    /** The first few organisations in which an account has this address; see {@link Account#organisationsOf}. */
    List<Long> organisationsOf(String email) {
        return currentOrganisation.everywhere(() -> Account.organisationsOf(email));
    }

    /** Staff of the organisation, by their names. */
    @Transactional
    public List<Actor> staff(@Nullable String part, int most) {
        return Account.staff(Search.part(part), most).stream()
                .map(Accounts::actor)
                .toList();
    }

    /** Those of these accounts that are of staff. */
    @Transactional
    public List<Actor> staff(Collection<Long> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> Account.byId(id).stream())
                .filter(account -> !Collections.disjoint(account.roles, STAFF))
                .map(Accounts::actor)
                .toList();
    }

    private static Actor actor(Account account) {
        return new Actor(account.organisationId(), account.id, account.name, account.roles, Optional.empty());
    }

    /** The name of the account's owner. */
    @Transactional
    public Optional<String> nameOf(long id) {
        return Account.byId(id).map(account -> account.name);
    }

    @Transactional
    public Optional<Account> byUsername(String username) {
        return Account.byUsername(username);
    }

    @Transactional
    public Optional<Account> byId(long id) {
        return Account.byId(id);
    }

    /** The refusal for somebody who has an account already, and whose address is theirs. */
    public static HttpProblem known() {
        return ProblemType.ALREADY_EXISTS.because(IdentityWords.KNOWN);
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(IdentityWords.NO_ACCOUNT, id);
    }
}
