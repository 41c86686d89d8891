package org.patchbay.policies.versions;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.fields.FieldDeletion;
import org.patchbay.fields.FieldView;
import org.patchbay.policies.Facts;
import org.patchbay.policies.Policies;
import org.patchbay.policies.PolicyWords;
import org.patchbay.policies.rules.Conditions;
import org.patchbay.policies.rules.Rule;
import org.patchbay.policies.rules.RuleCheck;
import org.patchbay.policies.rules.RuleError;
import org.patchbay.policies.rules.RulesRequest;
import org.patchbay.policies.rules.Ruleset;
import org.patchbay.policies.versions.PolicyVersion.Status;
import org.patchbay.queues.QueueDeletion;
import org.patchbay.shared.paging.Cursor;
import org.patchbay.shared.paging.Page;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.shared.web.EntityTags;
import org.patchbay.tags.TagNameRemoval;

/** The versions of routing policies, and the published one. */
@ApplicationScoped
public class PolicyVersions implements FieldDeletion, QueueDeletion, TagNameRemoval {

    private final RuleCheck check;
    private final Conditions conditions;
    private final FieldDefinitions fields;
    private final Audit audit;

    PolicyVersions(RuleCheck check, Conditions conditions, FieldDefinitions fields, Audit audit) {
        this.check = check;
        this.conditions = conditions;
        this.fields = fields;
        this.audit = audit;
    }

    /** Makes a draft, with rules of its own or those of another version. */
    @Transactional
    public PolicyVersionView create(long policyId, NewVersion request) {
        Policies.lock(policyId);
        var rules = request.copyOf() == null ? request.rules() : find(policyId, request.copyOf()).rules;
        if (rules == null || request.copyOf() != null && request.rules() != null) {
            throw ProblemType.BAD_REQUEST.because(PolicyWords.RULES_OR_COPY);
        }
        RuleError.refuse(ProblemType.VALIDATION_FAILED, check.mistakes(rules));
        var made = PolicyVersion.create(policyId, rules);
        PolicyVersion.flush();
        return PolicyVersionView.of(made);
    }

    @Transactional
    public Page<PolicyVersionView> list(long policyId, @Nullable String after, int limit) {
        Policies.find(policyId);
        long before = after == null ? Long.MAX_VALUE : Cursor.id(after);
        var rows = PolicyVersion.page(policyId, before, limit + 1);
        return Page.of(rows, limit, PolicyVersionView::withoutRules, own -> Cursor.at(own.number));
    }

    @Transactional
    public PolicyVersionView read(long policyId, long number) {
        return PolicyVersionView.of(find(policyId, number));
    }

    /** Changes a draft only: tickets were routed by the rules of a version that was published once. */
    @Transactional
    public PolicyVersionView update(long policyId, long number, RulesRequest change, @Nullable String ifMatch) {
        Policies.lock(policyId);
        var draft = find(policyId, number);
        EntityTags.check(ifMatch, draft.version);
        if (draft.status != Status.DRAFT) {
            throw ProblemType.CONFLICT.because(PolicyWords.WAS_PUBLISHED, number);
        }
        RuleError.refuse(ProblemType.VALIDATION_FAILED, check.mistakes(change.rules()));
        draft.rules = change.rules();
        PolicyVersion.flush();
        return PolicyVersionView.of(draft);
    }

    /**
     * Publishes a version in place of the one before.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where something it chooses is gone
     */
    @Transactional
    public PolicyVersionView publish(long policyId, long number, @Nullable String ifMatch) {
        RosterLock.lock();
        Policies.lock(policyId);
        var next = find(policyId, number);
        EntityTags.check(ifMatch, next.version);
        if (next.status == Status.PUBLISHED) {
            return PolicyVersionView.of(next);
        }
        RuleError.refuse(ProblemType.CONFLICT, check.mistakes(next.rules));
        var before = PolicyVersion.published();
        before.ifPresent(PolicyVersions::retire);
        next.publish();
        PolicySkill.keep(next);
        PolicyVersion.flush();
        var after = PolicyVersionView.of(next);
        audit.record(
                Action.ROUTING_POLICY_PUBLISHED,
                policyId,
                before.map(PolicyVersionView::of).orElse(null),
                after);
        return after;
    }

    /** Withdraws the published version: no policy decides from now on. */
    @Transactional
    public PolicyVersionView withdraw(long policyId, long number, @Nullable String ifMatch) {
        RosterLock.lock();
        Policies.lock(policyId);
        var own = find(policyId, number);
        EntityTags.check(ifMatch, own.version);
        if (own.status != Status.PUBLISHED) {
            throw ProblemType.CONFLICT.because(PolicyWords.NOT_PUBLISHED);
        }
        var before = PolicyVersionView.of(own);
        retire(own);
        audit.record(Action.ROUTING_POLICY_WITHDRAWN, policyId, before, null);
        return PolicyVersionView.of(own);
    }

    private static void retire(PolicyVersion own) {
        own.status = Status.RETIRED;
        PolicySkill.letGo(own);
        PolicyVersion.flush();
    }

    /** The decision of a version, published or not; it has no effect. */
    @Transactional
    public Ruleset.Result decide(long policyId, long number, Facts facts) {
        return Ruleset.of(find(policyId, number).rules, conditions, fields.all())
                .decide(facts);
    }

    @Override
    public void queueDeleting(long queueId) {
        var chosen = publishedRules().stream().anyMatch(rule -> Objects.equals(rule.queueId(), queueId));
        if (chosen) {
            throw ProblemType.STILL_REFERRED_TO.because(PolicyWords.SENDS_THERE);
        }
    }

    @Override
    public void fieldDeleting(FieldView field) {
        // No version is published meanwhile.
        RosterLock.lock();
        if (check.asksFor(field, publishedRules())) {
            throw ProblemType.STILL_REFERRED_TO.because(PolicyWords.ASKS_FOR_IT);
        }
    }

    @Override
    public void nameRemoving(String tag) {
        RosterLock.lock();
        if (check.asksForTag(tag, publishedRules())) {
            throw ProblemType.STILL_REFERRED_TO.because(PolicyWords.ASKS_FOR_IT);
        }
    }

    private static List<Rule> publishedRules() {
        return PolicyVersion.published().map(own -> own.rules).orElse(List.of());
    }

    private static PolicyVersion find(long policyId, long number) {
        return Optional.of(Policies.find(policyId))
                .flatMap(policy -> PolicyVersion.of(policy.id, number))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(PolicyWords.NO_VERSION, number, policyId));
    }
}
