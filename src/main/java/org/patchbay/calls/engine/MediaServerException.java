package org.patchbay.calls.engine;

import java.io.Serial;

/** A media server does not answer, or not as it should. It may have done what it was to do. */
public class MediaServerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    MediaServerException(String message) {
        super(message);
    }

    MediaServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
