package org.patchbay.policies.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.agents.AgentWords;
import org.patchbay.agents.Agents;
import org.patchbay.fields.FieldDefinitions;
import org.patchbay.fields.FieldView;
import org.patchbay.policies.PolicyWords;
import org.patchbay.policies.Target;
import org.patchbay.queues.QueueWords;
import org.patchbay.queues.Queues;
import org.patchbay.shared.language.ValueWords;
import org.patchbay.skills.RequiredSkill;
import org.patchbay.skills.SkillWords;
import org.patchbay.skills.Skills;
import org.patchbay.tags.Tags;

/** Finds errors in rules beyond the form of single fields. */
@ApplicationScoped
public class RuleCheck {

    private final Conditions conditions;
    private final FieldDefinitions fields;
    private final Tags tags;
    private final Queues queues;
    private final Skills skills;
    private final Agents agents;

    RuleCheck(Conditions conditions, FieldDefinitions fields, Tags tags, Queues queues, Skills skills, Agents agents) {
        this.conditions = conditions;
        this.fields = fields;
        this.tags = tags;
        this.queues = queues;
        this.skills = skills;
        this.agents = agents;
    }

    public List<RuleError> mistakes(List<Rule> rules) {
        var mistakes = new ArrayList<RuleError>();
        var known = new Known(fields.all(), tags.names());
        for (int i = 0; i < rules.size(); i++) {
            check(rules.get(i), "rules[" + i + "].", known, mistakes);
        }
        return mistakes;
    }

    /** The fields and tags of an organisation, archived ones, too. */
    private record Known(List<FieldView> fields, Set<String> tags) {}

    private void check(Rule rule, String field, Known known, List<RuleError> mistakes) {
        if (rule.condition() != null) {
            check(rule.condition(), field + "condition", known, mistakes);
        }
        if (rule.queueId() != null && queues.find(rule.queueId()).isEmpty()) {
            mistakes.add(RuleError.of(field + "queueId", QueueWords.NO_QUEUE.with(rule.queueId())));
        }
        for (int i = 0; i < rule.requiredSkills().size(); i++) {
            check(rule.requiredSkills().get(i), field + "requiredSkills[" + i + "].", mistakes);
        }
        if (rule.target() != null) {
            check(rule.target(), field + "target.agentId", mistakes);
        }
    }

    private void check(String condition, String field, Known known, List<RuleError> mistakes) {
        try {
            conditions.understand(condition, known.fields).tags().stream()
                    .filter(tag -> !known.tags.contains(tag.name()))
                    .map(tag -> RuleError.of(field, tag))
                    .forEach(mistakes::add);
        } catch (Conditions.Mistake e) {
            mistakes.add(RuleError.of(field, e));
        }
    }

    /** Whether a rule asks for the tag of this name. */
    public boolean asksForTag(String name, List<Rule> rules) {
        var all = fields.all();
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(rule.condition()))
                .flatMap(condition -> tagsOf(condition, all).stream())
                .anyMatch(tag -> tag.name().equals(name));
    }

    private List<Condition.TagName> tagsOf(String condition, List<FieldView> known) {
        try {
            return conditions.understand(condition, known).tags();
        } catch (Conditions.Mistake e) {
            return List.of();
        }
    }

    /** Whether a rule asks for a field. */
    public boolean asksFor(FieldView field, List<Rule> rules) {
        var all = fields.all();
        var others = all.stream().filter(other -> other.id() != field.id()).toList();
        return rules.stream()
                .map(Rule::condition)
                .anyMatch(condition ->
                        condition != null && isUnderstood(condition, all) && !isUnderstood(condition, others));
    }

    private boolean isUnderstood(String condition, List<FieldView> known) {
        try {
            conditions.understand(condition, known);
            return true;
        } catch (Conditions.Mistake e) {
            return false;
        }
    }

    private void check(RequiredSkill required, String field, List<RuleError> mistakes) {
        if (!skills.exists(required.skillId())) {
            mistakes.add(RuleError.of(field + "skillId", SkillWords.NO_SKILL.with(required.skillId())));
        }
        for (var misstep : required.missteps()) {
            mistakes.add(RuleError.of(
                    field + "relax[" + misstep.index() + "]." + misstep.field(),
                    misstep.message().with()));
        }
    }

    private void check(Target target, String field, List<RuleError> mistakes) {
        switch (target.kind()) {
            case LAST_AGENT -> {
                if (target.agentId() != null) {
                    mistakes.add(RuleError.of(field, PolicyWords.MUST_BE_ABSENT.with()));
                }
            }
            case AGENT -> {
                if (target.agentId() == null) {
                    mistakes.add(RuleError.of(field, ValueWords.MISSING.with()));
                } else if (!agents.exists(target.agentId())) {
                    mistakes.add(RuleError.of(field, AgentWords.NO_AGENT.with(target.agentId())));
                }
            }
        }
    }
}
