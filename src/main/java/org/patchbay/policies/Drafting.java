package org.patchbay.policies;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is asked once with a key: the same rules for another policy are another request. */
@RegisterForReflection
record Drafting(long policyId, NewVersion version) {}
