package org.patchbay.recordings;

import jakarta.validation.constraints.NotNull;

/** A wish that nothing be recorded for a time. */
record PauseRequest(@NotNull PauseReason reason) {}
