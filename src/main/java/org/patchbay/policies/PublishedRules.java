package org.patchbay.policies;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.fields.FieldDefinitions;

import io.quarkus.cache.CacheResult;

/** Remembers the compiled rules of versions that were published: they never change. */
@ApplicationScoped
class PublishedRules {

    private final Conditions conditions;
    private final FieldDefinitions fields;

    PublishedRules(Conditions conditions, FieldDefinitions fields) {
        this.conditions = conditions;
        this.fields = fields;
    }

    /** Call inside a transaction, for a published version: a draft would be remembered as it is now. */
    @CacheResult(cacheName = "published-rules")
    Ruleset of(long versionId) {
        return Ruleset.of(PolicyVersion.<PolicyVersion>findById(versionId).rules, conditions, fields.all());
    }
}
