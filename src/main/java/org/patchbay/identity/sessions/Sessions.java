package org.patchbay.identity.sessions;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.audit.AuditContext;
import org.patchbay.identity.AuthConfig;
import org.patchbay.identity.CustomerBlocks;
import org.patchbay.identity.Device;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Role;
import org.patchbay.identity.SecretEncryption;
import org.patchbay.identity.Token;
import org.patchbay.identity.accounts.Account;
import org.patchbay.shared.lifecycle.AwaitedAtShutdown;
import org.patchbay.shared.lifecycle.Batches;
import org.patchbay.shared.lifecycle.HeldElsewhere;
import org.patchbay.shared.limits.NetworkAddress;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;

/** Begins sessions, continues them by refresh tokens that get one answer each, and ends them. */
@ApplicationScoped
public class Sessions {

    /** No session has this id. */
    public static final long NONE = 0;

    private final Organisations organisations;
    private final Tokens tokens;
    private final SecretEncryption encryption;
    private final CurrentOrganisation currentOrganisation;
    private final CustomerBlocks blocks;
    private final Batches batches;
    private final Audit audit;
    private final AuditContext context;
    private final Duration lifetime;
    private final Duration grace;
    private final int most;

    Sessions(
            Organisations organisations,
            Tokens tokens,
            SecretEncryption encryption,
            CurrentOrganisation currentOrganisation,
            CustomerBlocks blocks,
            Batches batches,
            Audit audit,
            AuditContext context,
            AuthConfig config) {
        this.organisations = organisations;
        this.tokens = tokens;
        this.encryption = encryption;
        this.currentOrganisation = currentOrganisation;
        this.blocks = blocks;
        this.batches = batches;
        this.audit = audit;
        this.context = context;
        this.lifetime = config.refreshLifetime();
        this.grace = config.refreshGrace();
        this.most = config.maxSessions();
    }

    /**
     * Begins a session, which is audited as a successful sign-in. Where the account has as many as it may, the least
     * recently used one ends.
     *
     * @param verified the account as it was when its password was checked; where the password was changed meanwhile, no
     *     session begins that the change would have ended
     */
    @Transactional
    public Token begin(Account verified, Device device) {
        var account = Account.lock(verified.id)
                .filter(found -> Objects.equals(found.passwordHash, verified.passwordHash))
                .orElseThrow(() -> ProblemType.WRONG_CREDENTIALS.problem().build());
        if (account.roles.contains(Role.CUSTOMER) && blocks.isBlocked(account.id)) {
            throw ProblemType.BLOCKED.problem().build();
        }
        var refresh = RefreshToken.first();
        var session = Session.create(account.id, refresh, device, lifetime);
        Session.deleteBeyond(account.id, most);
        context.actor(account.id, account.name);
        audit.record(Action.SIGN_IN_SUCCEEDED, account.id, null, null);
        return tokens.issue(account, session.id, refresh);
    }

    /**
     * The next pair of tokens. For a short time the token before the newest gets the newest again, and never another
     * one: tabs and threads refresh at once, and responses get lost. Later uses of it, and uses of older tokens, show
     * that it is in two hands: its session ends (RFC 9700, section 4.14).
     *
     * @throws HttpProblem {@code session-ended}, and every problem of {@link Organisations#checkOpen}
     */
    public Token refresh(String text, Device device) {
        var token = RefreshToken.parse(text).orElseThrow(Sessions::ended);
        var session = byFamily(token.familyHash()).orElseThrow(Sessions::ended);
        return currentOrganisation
                .in(session.organisationId(), () -> Transactions.inNew(() -> rotate(session.id, token, device)))
                .orElseThrow(Sessions::ended);
    }

    private Optional<Token> rotate(long id, RefreshToken token, Device device) {
        var session = Session.lock(id).orElse(null);
        if (session == null) {
            return Optional.empty();
        }
        var next = token.next(encryption);
        boolean repeated = isRepeated(session, next);
        boolean reused = !repeated && !session.secretHash.equals(token.secretHash());
        if (reused || session.expiresAt.isBefore(Times.now())) {
            if (reused) {
                Log.warnf("Session %d of account %d ended: an old refresh token came back", id, session.accountId);
                audit.record(Action.REFRESH_TOKEN_REUSED, session.accountId, null, null);
            }
            session.delete();
            return Optional.empty();
        }
        organisations.checkOpen(session.organisationId());
        if (!repeated) {
            session.use(next, device, lifetime);
        }
        return Account.byId(session.accountId).map(account -> tokens.issue(account, id, next));
    }

    @Transactional
    Page<SessionView> list(long accountId, long currentId, @Nullable String after, int limit) {
        var rows = Session.page(accountId, Cursor.id(after), limit + 1);
        return Page.of(rows, limit, session -> SessionView.of(session, currentId), session -> Cursor.at(session.id));
    }

    /** Ends a session; its access tokens are refused within seconds. */
    @Transactional
    void end(long accountId, long id) {
        if (!Session.delete(accountId, id)) {
            throw ProblemType.NOT_FOUND.because(IdentityWords.NO_SESSION, id);
        }
    }

    /** As {@link #end}, where it does not matter whether the session exists. */
    @Transactional
    public void signOut(long accountId, long id) {
        Session.delete(accountId, id);
    }

    /** As {@link #signOut(long, long)}, for the bearer of a refresh token of the session, old ones included. */
    public void signOut(String text) {
        RefreshToken.parse(text)
                .flatMap(token -> byFamily(token.familyHash()))
                .ifPresent(session -> currentOrganisation.in(
                        session.organisationId(),
                        () -> Transactions.inNew(() -> Session.delete(session.accountId, session.id))));
    }

    /** The account of an organisation whose session this refresh token continues. */
    public Optional<Long> accountOf(String text, long organisation) {
        return RefreshToken.parse(text)
                .flatMap(token -> byFamily(token.familyHash())
                        .filter(session -> session.organisationId() == organisation && continues(session, token)))
                .map(session -> session.accountId);
    }

    private boolean continues(Session session, RefreshToken token) {
        return session.expiresAt.isAfter(Times.now())
                && (session.secretHash.equals(token.secretHash()) || isRepeated(session, token.next(encryption)));
    }

    private boolean isRepeated(Session session, RefreshToken next) {
        return session.secretHash.equals(next.secretHash())
                && session.lastUsedAt.plus(grace).isAfter(Times.now());
    }

    private Optional<Session> byFamily(String familyHash) {
        return currentOrganisation.everywhere(() -> Session.byFamily(familyHash));
    }

    /**
     * Ends all sessions of accounts.
     *
     * @return the networks from which they were used last
     */
    @Transactional
    public Set<NetworkAddress> endAllOf(Collection<Long> accountIds) {
        var networks = new HashSet<NetworkAddress>();
        for (long account : accountIds) {
            Session.page(account, 0, most).forEach(session -> networks.add(NetworkAddress.of(session.address)));
            Session.deleteOf(account);
        }
        return networks;
    }

    /** As {@link #end}, for all sessions of an account. */
    @Transactional
    void endAll(long accountId) {
        Session.deleteOf(accountId);
        audit.record(Action.SIGNED_OUT_EVERYWHERE, accountId, null, null);
    }

    @AwaitedAtShutdown
    @Scheduled(every = "1h", delayed = "1m", identity = "forget-sessions", skipExecutionIf = HeldElsewhere.class)
    void forget() {
        batches.deleteBefore(Times.now(), "session", "expires_at");
    }

    private static HttpProblem ended() {
        return ProblemType.SESSION_ENDED.because(IdentityWords.SIGN_IN_AGAIN);
    }
}
