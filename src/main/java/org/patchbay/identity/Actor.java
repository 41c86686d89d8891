package org.patchbay.identity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.patchbay.identity.sessions.Tokens;
import org.patchbay.shared.problems.ProblemType;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * The account that acts, as its token describes it.
 *
 * @param scopes what an API client may do; empty for all others
 */
public record Actor(long organisationId, long accountId, String name, Set<Role> roles, Optional<Set<Scope>> scopes) {

    public static Actor of(JsonWebToken token) {
        return new Actor(
                Long.parseLong(token.getClaim(Tokens.ORGANISATION).toString()),
                Long.parseLong(token.getSubject()),
                token.getClaim(Tokens.NAME).toString(),
                token.getGroups().stream().map(Role::ofText).collect(Collectors.toUnmodifiableSet()),
                token.<String>claim(Tokens.SCOPE).map(Scope::ofList));
    }

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** Whether the actor's scopes allow it; roles may still forbid it. */
    public boolean isWithin(Scope scope) {
        return scopes.isEmpty() || scopes.get().contains(scope);
    }

    /**
     * Keeps an API client to its scopes; a path that has none is closed to clients.
     *
     * @param path within the API
     * @throws HttpProblem {@code insufficient-scope}
     */
    public void checkScope(String method, String path) {
        if (scopes.isEmpty()) {
            return;
        }
        var needed = Scope.of(method, path);
        if (needed.filter(this::isWithin).isEmpty()) {
            throw ProblemType.INSUFFICIENT_SCOPE.because(
                    needed.map(scope -> IdentityWords.LACKS_SCOPE.with(scope.text()))
                            .orElseGet(IdentityWords.CLOSED_TO_CLIENTS::with));
        }
    }

    /** Whether the actor is another system, which acts by itself. */
    public boolean isProgram() {
        return roles.contains(Role.INTEGRATION);
    }

    /** Whether the actor sees and does what customers may, and nothing more. */
    public boolean isOnlyCustomer() {
        return roles.equals(Set.of(Role.CUSTOMER));
    }
}
