package org.patchbay.policies.rules;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.problems.ProblemType;
import org.patchbay.tags.TagWords;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An error in a field of a rule, spelled as other violations are.
 *
 * @param line the line of a condition where the error begins; null for other fields
 */
@RegisterForReflection
public record RuleError(
        String field,
        String in,
        @Schema(implementation = String.class) Sentence message,
        @Nullable Integer line,
        @Nullable Integer column) {

    static RuleError of(String field, Sentence message) {
        return new RuleError(field, "body", message, null, null);
    }

    static RuleError of(String field, Conditions.Mistake mistake) {
        return new RuleError(field, "body", mistake.why, mistake.line, mistake.column);
    }

    static RuleError of(String field, Condition.TagName unknown) {
        return new RuleError(field, "body", TagWords.NO_TAG.with(unknown.name()), unknown.line(), unknown.column());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem of the type, with all of the errors, if there is one */
    public static void refuse(ProblemType type, List<RuleError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw type.problem().with("violations", mistakes).build();
        }
    }
}
