package org.patchbay.identity.clients;

import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.audit.AuditContext;
import org.patchbay.identity.Accounts;
import org.patchbay.identity.ClientRevocation;
import org.patchbay.identity.IdentityWords;
import org.patchbay.identity.Organisations;
import org.patchbay.identity.Scope;
import org.patchbay.identity.accounts.Account;
import org.patchbay.identity.sessions.ClientToken;
import org.patchbay.identity.sessions.Tokens;
import org.patchbay.identity.signin.SignInThrottle;
import org.patchbay.shared.RandomSecrets;
import org.patchbay.shared.language.Words;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.persistence.Transactions;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.time.Times;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** The sign-ins of other systems, with a client id and a secret, for some scopes (RFC 6749, section 4.4). */
@ApplicationScoped
class ApiClients {

    private final Organisations organisations;
    private final Accounts accounts;
    private final SignInThrottle throttle;
    private final Tokens tokens;
    private final CurrentOrganisation currentOrganisation;
    private final Audit audit;
    private final AuditContext context;
    private final List<ClientRevocation> revocations;

    ApiClients(
            Organisations organisations,
            Accounts accounts,
            SignInThrottle throttle,
            Tokens tokens,
            CurrentOrganisation currentOrganisation,
            Audit audit,
            AuditContext context,
            @All List<ClientRevocation> revocations) {
        this.revocations = revocations;
        this.organisations = organisations;
        this.accounts = accounts;
        this.throttle = throttle;
        this.tokens = tokens;
        this.currentOrganisation = currentOrganisation;
        this.audit = audit;
        this.context = context;
    }

    /** Makes a client. The response carries the secret, which cannot be read again. */
    @Transactional
    ApiClientView create(NewApiClient request) {
        var clientId = "c-" + RandomSecrets.random().substring(0, 22);
        var secret = RandomSecrets.random();
        long account = accounts.createClient(clientId, request.name());
        var client = ApiClient.create(
                account, clientId, RandomSecrets.hash(secret), EnumSet.copyOf(request.scopes()), request.expiresAt());
        var view = ApiClientView.of(client, request.name());
        audit.record(Action.API_CLIENT_CREATED, client.id, null, view);
        return view.withSecret(secret);
    }

    @Transactional
    Page<ApiClientView> list(@Nullable String after, int limit) {
        var rows = ApiClient.page(Cursor.id(after), limit + 1);
        return Page.of(rows, limit, ApiClients::view, named -> Cursor.at(named.client().id));
    }

    @Transactional
    ApiClientView read(long id) {
        return ApiClient.named(id)
                .map(ApiClients::view)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(IdentityWords.NO_CLIENT, id));
    }

    /** Removes a client; its tokens are refused within seconds. */
    @Transactional
    void revoke(long id) {
        audit.record(Action.API_CLIENT_REVOKED, id, read(id), null);
        revocations.forEach(revocation -> revocation.clientRevoking(id));
        accounts.delete(id);
    }

    /**
     * A token for a client, which needs no organisation: client ids are unique over all of them.
     *
     * @param wanted some of the client's scopes, or null for all
     * @throws HttpProblem with the {@code error} of RFC 6749, section 5.2
     */
    ClientToken token(String clientId, String secret, @Nullable String wanted, String address) {
        var client = currentOrganisation
                .everywhere(() -> ApiClient.byClientId(clientId))
                .orElse(null);
        long organisation = client == null ? Organisations.UNKNOWN : client.organisationId();
        return currentOrganisation.in(organisation, () -> {
            var attempt = throttle.client(clientId, address);
            throttle.attempt(attempt);
            if (client == null || !same(client.secretHash, RandomSecrets.hash(secret)) || client.isExpired()) {
                failed(clientId, ProblemType.WRONG_CREDENTIALS);
                throw refused(ProblemType.WRONG_CREDENTIALS, "invalid_client", IdentityWords.WRONG_CLIENT);
            }
            throttle.succeeded(attempt);
            checkOpen(organisation, clientId);
            var scopes = granted(client, wanted);
            return tokens.issue(used(client.id), scopes);
        });
    }

    private void checkOpen(long organisation, String clientId) {
        try {
            organisations.checkOpen(organisation);
        } catch (HttpProblem closed) {
            failed(clientId, ProblemType.ORGANISATION_SUSPENDED);
            throw closed;
        }
    }

    private void failed(String clientId, ProblemType why) {
        audit.recordAlone(Action.SIGN_IN_FAILED, clientId, Map.of("why", why));
    }

    private Account used(long id) {
        return Transactions.inNew(() -> {
            var account = Account.byId(id)
                    .orElseThrow(() -> refused(ProblemType.WRONG_CREDENTIALS, "invalid_client", IdentityWords.REVOKED));
            ApiClient.byId(id).ifPresent(client -> client.lastUsedAt = Times.now());
            context.actor(account.id, account.name);
            audit.record(Action.SIGN_IN_SUCCEEDED, account.id, null, null);
            return account;
        });
    }

    private static Set<Scope> granted(ApiClient client, @Nullable String wanted) {
        try {
            var scopes = wanted == null || wanted.isBlank() ? client.scopes : Scope.ofList(wanted);
            if (client.scopes.containsAll(scopes)) {
                return scopes;
            }
        } catch (IllegalArgumentException e) {
            throw refused(ProblemType.BAD_REQUEST, "invalid_scope", IdentityWords.NO_SCOPE, e.getMessage());
        }
        throw refused(ProblemType.BAD_REQUEST, "invalid_scope", IdentityWords.ONLY_SCOPES, Scope.list(client.scopes));
    }

    static HttpProblem refused(ProblemType type, String error, Words detail, @Nullable Object... arguments) {
        return type.problem(detail, arguments).with("error", error).build();
    }

    /** Takes a time that does not depend on the first difference. */
    private static boolean same(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    private static ApiClientView view(ApiClient.Named named) {
        return ApiClientView.of(named.client(), named.name());
    }
}
