package org.patchbay.policies.versions;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A request that is made once with a key: the same rules for another policy are another request. */
@RegisterForReflection
public record Drafting(long policyId, NewVersion version) {}
