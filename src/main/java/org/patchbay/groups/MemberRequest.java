package org.patchbay.groups;

import jakarta.validation.constraints.NotNull;

/** What a member sees. */
record MemberRequest(@NotNull VisibilityLevel sees) {}
