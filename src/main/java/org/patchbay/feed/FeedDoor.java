package org.patchbay.feed;

import java.util.HashMap;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.identity.Bearer;
import org.patchbay.identity.Bearers;
import org.patchbay.identity.Scope;
import org.patchbay.shared.ProblemType;
import org.patchbay.shared.Tenancy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;

/** Asks before a socket opens what the guards of requests ask, who do not see upgrades; roles are asked before. */
@ApplicationScoped
class FeedDoor implements HttpUpgradeCheck {

    /** Who wants to hear what. */
    record Asked(Bearer bearer, Long after) {}

    static final UserData.TypedKey<Asked> ASKED = new UserData.TypedKey<>("asked");

    private final Bearers bearers;
    private final Listeners listeners;
    private final Tenancy tenancy;

    FeedDoor(Bearers bearers, Listeners listeners, Tenancy tenancy) {
        this.bearers = bearers;
        this.listeners = listeners;
        this.tenancy = tenancy;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return FeedSocket.ID.equals(endpointId);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        return upgrade.securityIdentity()
                .chain(identity -> VertxContextSupport.executeBlocking(() -> admit(upgrade, identity)));
    }

    private CheckResult admit(HttpUpgradeContext upgrade, SecurityIdentity identity) {
        try {
            if (identity.isAnonymous()) {
                throw ProblemType.UNAUTHORIZED.problem().build();
            }
            var bearer = Bearer.of(identity);
            bearers.count(bearer);
            tenancy.in(bearer.actor().organisationId(), () -> bearers.check(bearer));
            if (!bearer.actor().isWithin(Scope.TICKETS_READ)) {
                throw ProblemType.INSUFFICIENT_SCOPE.because("The token lacks " + Scope.TICKETS_READ.text() + ".");
            }
            listeners.checkRoomFor(bearer);
            upgrade.userData()
                    .put(ASKED, new Asked(bearer, number(upgrade.httpRequest().getParam("after"))));
            return CheckResult.permitUpgradeSync();
        } catch (HttpProblem refusal) {
            var headers = new HashMap<String, List<String>>();
            refusal.getHeaders().forEach((name, value) -> headers.put(name, List.of(value.toString())));
            return CheckResult.rejectUpgradeSync(refusal.getStatusCode(), headers);
        }
    }

    private static Long number(String after) {
        try {
            if (after != null && Long.parseLong(after) < 0) {
                throw new NumberFormatException(after);
            }
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw ProblemType.BAD_REQUEST.because("after is the number of an event.");
        }
    }
}
