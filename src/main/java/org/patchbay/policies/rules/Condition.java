package org.patchbay.policies.rules;

import java.util.List;
import java.util.Map;

import org.patchbay.policies.Facts;
import org.patchbay.shared.language.Texts;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/** A condition that was compiled. */
final class Condition {

    private static final int MAX_MESSAGE = 300;

    private final CelRuntime.Program program;
    private final List<TagName> tags;

    Condition(CelRuntime.Program program, List<TagName> tags) {
        this.program = program;
        this.tags = tags;
    }

    /** A tag that a condition asks for, and where; lines and columns count from 1. */
    record TagName(String name, int line, int column) {}

    /** Why a condition could not be decided. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message.length() > MAX_MESSAGE ? Texts.beginning(message, MAX_MESSAGE) + "..." : message);
        }
    }

    /** The tags that it asks for by names that are spelled out, whether they exist or not. */
    List<TagName> tags() {
        return tags;
    }

    /** @param variables the result of {@link Variables#of(Facts)} */
    boolean holds(Map<String, Object> variables) throws Failed {
        try {
            return (boolean) program.eval(variables);
        } catch (CelEvaluationException e) {
            throw new Failed(reason(e));
        } catch (RuntimeException | StackOverflowError e) {
            throw new Failed(e.toString());
        }
    }

    static String reason(CelEvaluationException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^evaluation error( at <input>:\\d+)?: ", "");
    }
}
