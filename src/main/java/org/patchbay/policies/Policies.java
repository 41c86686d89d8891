package org.patchbay.policies;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.policies.versions.PolicyVersion;
import org.patchbay.policies.versions.PublishedRules;
import org.patchbay.shared.epoch.ConfigurationEpoch;
import org.patchbay.shared.epoch.EpochCache;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.web.EntityTags;

/**
 * The routing policies of an organisation, at most one version of which is published, and the choices of that version.
 */
@ApplicationScoped
public class Policies {

    private final PublishedRules published;
    private final Audit audit;
    private final EpochCache<Long, Optional<Long>> publishedIds;

    Policies(PublishedRules published, Audit audit, ConfigurationEpoch epoch) {
        this.published = published;
        this.audit = audit;
        this.publishedIds = new EpochCache<>(epoch);
    }

    /**
     * The choice of the version that is published now for a ticket. It asks for the facts only where one is. A
     * condition that cannot be decided is reported in the choice, and never thrown.
     */
    @Transactional
    public RoutingChoice route(Supplier<Facts> facts) {
        return publishedIds
                .get(CurrentOrganisation.id(), PolicyVersion::publishedId)
                .map(id -> RoutingChoice.of(id, published.of(id).decide(facts.get())))
                .orElse(RoutingChoice.WITHOUT_POLICY);
    }

    /** The numbers that versions have within their policies, by the versions' ids; deleted ones are left out. */
    @Transactional
    public Map<Long, Long> numbers(Collection<Long> versionIds) {
        return PolicyVersion.numbers(versionIds);
    }

    @Transactional
    PolicyView create(PolicyRequest request) {
        var view = PolicyView.of(Policy.create(request.name()), null);
        audit.record(Action.ROUTING_POLICY_CREATED, view.id(), null, view);
        return view;
    }

    @Transactional
    Page<PolicyView> list(@Nullable String after, int limit) {
        var rows = Policy.page(Cursor.id(after), limit + 1);
        var numbers = PolicyVersion.publishedAmong(
                rows.stream().map(policy -> policy.id).toList());
        return Page.of(
                rows, limit, policy -> PolicyView.of(policy, numbers.get(policy.id)), policy -> Cursor.at(policy.id));
    }

    @Transactional
    PolicyView read(long id) {
        return view(find(id));
    }

    @Transactional
    PolicyView update(long id, PolicyRequest change, @Nullable String ifMatch) {
        var policy = find(id);
        EntityTags.check(ifMatch, policy.version);
        var before = view(policy);
        policy.name = change.name();
        Policy.flush();
        var after = view(policy);
        audit.record(Action.ROUTING_POLICY_UPDATED, id, before, after);
        return after;
    }

    /** Deletes a policy with its versions. Refused while one of them is published. */
    @Transactional
    void delete(long id, @Nullable String ifMatch) {
        var policy = lock(id);
        EntityTags.check(ifMatch, policy.version);
        var view = view(policy);
        if (view.publishedVersion() != null) {
            throw ProblemType.CONFLICT.because(PolicyWords.WITHDRAW_FIRST, view.publishedVersion());
        }
        PolicyVersion.deleteOf(id);
        policy.delete();
        Policy.flush();
        audit.record(Action.ROUTING_POLICY_DELETED, id, view, null);
    }

    private static PolicyView view(Policy policy) {
        var numbers = PolicyVersion.publishedAmong(List.of(policy.id));
        return PolicyView.of(policy, numbers.get(policy.id));
    }

    public static Policy find(long id) {
        return Policy.byId(id).orElseThrow(() -> unknown(id));
    }

    public static Policy lock(long id) {
        return Policy.lock(id).orElseThrow(() -> unknown(id));
    }

    private static RuntimeException unknown(long id) {
        return ProblemType.NOT_FOUND.because(PolicyWords.NO_POLICY, id);
    }
}
