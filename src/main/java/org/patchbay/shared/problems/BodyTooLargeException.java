package org.patchbay.shared.problems;

import java.io.IOException;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A request's body is longer than allowed. It is an input exception, because parsers pass such on untouched. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1;

    /** The answer, which ends the connection: the rest of the body is not read. */
    public HttpProblem problem() {
        return ProblemType.CONTENT_TOO_LARGE
                .problem()
                .withHeader("Connection", "close")
                .build();
    }
}
