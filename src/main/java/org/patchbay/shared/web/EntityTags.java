package org.patchbay.shared.web;

import jakarta.ws.rs.core.EntityTag;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.CommonWords;
import org.patchbay.shared.problems.ProblemType;

/** Versions of stored things as entity tags (RFC 9110, section 13). */
public final class EntityTags {

    private EntityTags() {}

    public static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    /**
     * Lets an update pass where {@code If-Match} is absent, {@code *}, or names the version.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code version-mismatch}
     */
    public static void check(@Nullable String ifMatch, int version) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return;
        }
        var expected = '"' + Integer.toString(version) + '"';
        for (var tag : ifMatch.split(",")) {
            if (tag.strip().equals(expected)) {
                return;
            }
        }
        throw ProblemType.VERSION_MISMATCH.because(CommonWords.VERSION, expected);
    }
}
