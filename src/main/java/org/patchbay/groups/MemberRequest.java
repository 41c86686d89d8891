package org.patchbay.groups;

import jakarta.validation.constraints.NotNull;

/** The visibility level of a member. */
record MemberRequest(@NotNull VisibilityLevel sees) {}
