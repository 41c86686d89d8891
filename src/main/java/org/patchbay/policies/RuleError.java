package org.patchbay.policies;

import java.util.List;

import org.patchbay.shared.ProblemType;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An error in a field of a rule, spelled as other violations are.
 *
 * @param line the line of a condition where the error begins; null for other fields
 */
@RegisterForReflection
record RuleError(String field, String in, String message, Integer line, Integer column) {

    static RuleError of(String field, String message) {
        return new RuleError(field, "body", message, null, null);
    }

    static RuleError of(String field, Conditions.Mistake mistake) {
        return new RuleError(field, "body", mistake.getMessage(), mistake.line, mistake.column);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem of the type, with all of the errors, if there is one */
    static void refuse(ProblemType type, List<RuleError> mistakes) {
        if (!mistakes.isEmpty()) {
            throw type.problem().with("violations", mistakes).build();
        }
    }
}
