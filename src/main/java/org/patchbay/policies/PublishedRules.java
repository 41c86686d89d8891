package org.patchbay.policies;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheResult;

/** Remembers the rules of versions that were published, understood: they never change. */
@ApplicationScoped
class PublishedRules {

    private final Conditions conditions;

    PublishedRules(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Inside a transaction, and of a version that is published: a draft would be remembered as it is now. */
    @CacheResult(cacheName = "published-rules")
    Ruleset of(long versionId) {
        return Ruleset.of(PolicyVersion.<PolicyVersion>findById(versionId).rules, conditions);
    }
}
