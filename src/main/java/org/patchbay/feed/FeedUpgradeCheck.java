package org.patchbay.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.TokenHolder;
import org.patchbay.identity.TokenHolders;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.RequestPipeline;
import org.patchbay.shared.web.UriFilter;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;

/**
 * Asks before a socket opens what the filters of {@link RequestPipeline} ask, who do not see upgrades; its handlers do,
 * and roles are asked before.
 */
@ApplicationScoped
class FeedUpgradeCheck implements HttpUpgradeCheck {

    /** A token's holder, and the last number they heard. */
    record Asked(TokenHolder holder, @Nullable Long after) {}

    static final String ENDPOINT = "feed";
    static final UserData.TypedKey<Asked> ASKED = new UserData.TypedKey<>("asked");

    private static final String AFTER = "after";

    /** Also whether the page is in a frame, which was read with its cookies. */
    private static final Map<String, Boolean> PARAMETERS = Map.of(AFTER, false, "embedded", false);

    private final TokenHolders holders;
    private final Subscriptions subscriptions;
    private final CurrentOrganisation currentOrganisation;

    FeedUpgradeCheck(TokenHolders holders, Subscriptions subscriptions, CurrentOrganisation currentOrganisation) {
        this.holders = holders;
        this.subscriptions = subscriptions;
        this.currentOrganisation = currentOrganisation;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return ENDPOINT.equals(endpointId);
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
            var holder = TokenHolder.of(identity);
            holders.count(holder);
            currentOrganisation.in(holder.actor().organisationId(), () -> holders.check(holder));
            holder.actor().checkScope("GET", "/feed");
            UriFilter.check(upgrade.httpRequest(), PARAMETERS);
            subscriptions.checkRoomFor(holder);
            upgrade.userData()
                    .put(ASKED, new Asked(holder, number(upgrade.httpRequest().getParam(AFTER))));
            return CheckResult.permitUpgradeSync();
        } catch (HttpProblem refusal) {
            var headers = new HashMap<String, List<String>>();
            refusal.getHeaders().forEach((name, value) -> headers.put(name, List.of(value.toString())));
            return CheckResult.rejectUpgradeSync(refusal.getStatusCode(), headers);
        }
    }

    private static @Nullable Long number(@Nullable String after) {
        try {
            if (after != null && Long.parseLong(after) < 0) {
                throw new NumberFormatException(after);
            }
            return after == null ? null : Long.valueOf(after);
        } catch (NumberFormatException e) {
            throw ProblemType.BAD_REQUEST.because(ValueWords.IS, "after", ValueWords.EVENT_NUMBER.with());
        }
    }
}
