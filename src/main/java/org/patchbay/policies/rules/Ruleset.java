package org.patchbay.policies.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.fields.FieldView;
import org.patchbay.policies.Facts;
import org.patchbay.policies.PolicyWords;
import org.patchbay.policies.rules.Conditions.Mistake;
import org.patchbay.shared.language.Sentence;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The rules of a version, ready to decide. They are asked in order, and the first that holds decides. */
public final class Ruleset {

    /** Far more than honest conditions take. A policy that exceeds it fails instead of holding up tickets. */
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private final List<Ready> rules;
    private final List<FieldView> fields;

    private Ruleset(List<Ready> rules, List<FieldView> fields) {
        this.rules = rules;
        this.fields = fields;
    }

    /** @param fields of the organisation */
    public static Ruleset of(List<Rule> rules, Conditions conditions, List<FieldView> fields) {
        return new Ruleset(
                rules.stream().map(rule -> Ready.of(rule, conditions, fields)).toList(), fields);
    }

    /** The result of a condition. */
    enum Outcome {
        HELD,
        NOT_HELD,
        FAILED
    }

    /** A rule that was asked. */
    @RegisterForReflection
    public record Asked(
            @Schema(examples = "Gold customers") String rule,
            Outcome outcome,

            @Schema(implementation = String.class, description = "Why it failed", nullable = true) @Nullable
            Sentence error) {}

    /**
     * The result of all rules.
     *
     * @param asked in order, up to the one that ended the decision
     * @param chosen null where no rule holds, or one failed
     * @param failure the rule that failed, and why; else null
     */
    public record Result(
            List<Asked> asked,
            @Nullable Rule chosen,
            @Nullable Sentence failure) {}

    /** The first rule that holds decides; one that fails ends the decision without a choice. */
    public Result decide(Facts facts) {
        return decide(facts, System::nanoTime);
    }

    /** @param stopwatch in nanoseconds */
    public Result decide(Facts facts, LongSupplier stopwatch) {
        var variables = Variables.of(facts, fields);
        var asked = new ArrayList<Asked>();
        long began = stopwatch.getAsLong();
        for (var ready : rules) {
            var answer = ready.ask(variables);
            if (answer.outcome == Outcome.NOT_HELD && stopwatch.getAsLong() - began > ENOUGH.toNanos()) {
                answer = new Asked(answer.rule, Outcome.FAILED, PolicyWords.TOO_SLOW.with());
            }
            asked.add(answer);
            switch (answer.outcome) {
                case HELD -> {
                    return new Result(asked, ready.rule, null);
                }
                case FAILED -> {
                    return new Result(asked, null, PolicyWords.RULE_FAILED.with(answer.rule, answer.error));
                }
                case NOT_HELD -> {}
            }
        }
        return new Result(asked, null, null);
    }

    /**
     * A rule with its compiled condition.
     *
     * @param condition null where the rule always holds, or there is a mistake
     * @param mistake why the condition does not compile any more, after a change of ours; else null
     */
    private record Ready(
            Rule rule,
            @Nullable Condition condition,
            @Nullable Sentence mistake) {

        public static Ready of(Rule rule, Conditions conditions, List<FieldView> fields) {
            try {
                var text = rule.condition();
                return new Ready(rule, text == null ? null : conditions.understand(text, fields), null);
            } catch (Mistake e) {
                return new Ready(rule, null, e.why);
            }
        }

        Asked ask(Map<String, Object> variables) {
            if (mistake != null) {
                return new Asked(rule.name(), Outcome.FAILED, mistake);
            }
            try {
                boolean holds = condition == null || condition.holds(variables);
                return new Asked(rule.name(), holds ? Outcome.HELD : Outcome.NOT_HELD, null);
            } catch (Condition.Failed e) {
                return new Asked(rule.name(), Outcome.FAILED, Sentence.verbatim(String.valueOf(e.getMessage())));
            }
        }
    }
}
