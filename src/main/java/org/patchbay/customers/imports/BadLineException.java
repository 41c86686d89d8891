package org.patchbay.customers.imports;

import org.jspecify.annotations.Nullable;
import org.patchbay.shared.language.Sentence;
import org.patchbay.shared.language.Words;

/** A line cannot be imported; the others can. */
final class BadLineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Sentence why;

    BadLineException(Words why, @Nullable Object... arguments) {
        this(why.with(arguments));
    }

    BadLineException(Sentence why) {
        super(why.toString());
        this.why = why;
    }

    Sentence why() {
        return why;
    }
}
