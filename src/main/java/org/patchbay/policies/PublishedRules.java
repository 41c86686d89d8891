package org.patchbay.policies;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.cache.CacheResult;

/** Remembers the compiled rules of versions that were published: they never change. */
@ApplicationScoped
class PublishedRules {

    private final Conditions conditions;

    PublishedRules(Conditions conditions) {
        this.conditions = conditions;
    }

    /** Call inside a transaction, for a published version: a draft would be remembered as it is now. */
    @CacheResult(cacheName = "published-rules")
    Ruleset of(long versionId) {
        return Ruleset.of(PolicyVersion.<PolicyVersion>findById(versionId).rules, conditions);
    }
}
