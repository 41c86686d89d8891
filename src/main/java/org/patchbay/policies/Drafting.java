package org.patchbay.policies;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A request that is made once with a key: the same rules for another policy are another request. */
@RegisterForReflection
record Drafting(long policyId, NewVersion version) {}
