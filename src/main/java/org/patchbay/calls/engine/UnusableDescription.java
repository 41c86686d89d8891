package org.patchbay.calls.engine;

import java.io.Serial;

/** A device describes a session (SDP) as no media server understands it, or answers what it was not asked. */
public class UnusableDescription extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    UnusableDescription(Throwable cause) {
        super(cause);
    }
}
