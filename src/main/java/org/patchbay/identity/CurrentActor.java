package org.patchbay.identity;

import jakarta.enterprise.context.RequestScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.sessions.Sessions;
import org.patchbay.shared.Api;
import org.patchbay.shared.problems.ProblemType;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** Reads the {@link Actor} of a request from its token. */
@RequestScoped
public class CurrentActor {

    private static final String OF_ANOTHER_ISSUER = Api.PATH + "/auth/sso/";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;
    private @Nullable TokenHolder holder;

    CurrentActor(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /**
     * Whether one of our tokens came. Where foreign tokens come, asking would have them checked too early, and as ours.
     */
    public boolean isPresent() {
        return !request.getCurrent().normalizedPath().startsWith(OF_ANOTHER_ISSUER) && !identity.isAnonymous();
    }

    /** The session of the token; {@link Sessions#NONE} where no sign-in made the token. */
    public long session() {
        return holder().session();
    }

    public Actor get() {
        return holder().actor();
    }

    /** The actor with everything that the token allows, also for work that outlasts the request. */
    public TokenHolder holder() {
        if (holder == null) {
            holder = TokenHolder.of(identity);
        }
        return holder;
    }

    /**
     * Whether the actor keeps the settings of an organisation: an operator those of any, an admin those of their own.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where not; to an admin other organisations do not exist
     */
    public void checkKeeps(long organisation) {
        var me = get();
        if (!me.is(Role.OPERATOR) && me.organisationId() != organisation) {
            throw ProblemType.NOT_FOUND.because(IdentityWords.NO_ORGANISATION, organisation);
        }
    }
}
