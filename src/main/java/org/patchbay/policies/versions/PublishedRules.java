package org.patchbay.policies.versions;

import jakarta.enterprise.context.ApplicationScoped;

import org.patchbay.fields.FieldDefinitions;
import org.patchbay.policies.rules.Conditions;
import org.patchbay.policies.rules.Ruleset;

import io.quarkus.cache.CacheResult;

/** Remembers the compiled rules of versions that were published: they never change. */
@ApplicationScoped
public class PublishedRules {

    private final Conditions conditions;
    private final FieldDefinitions fields;

    PublishedRules(Conditions conditions, FieldDefinitions fields) {
        this.conditions = conditions;
        this.fields = fields;
    }

    /** Call inside a transaction, for a published version: a draft would be remembered as it is now. */
    @CacheResult(cacheName = "published-rules")
    public Ruleset of(long versionId) {
        return Ruleset.of(PolicyVersion.<PolicyVersion>findById(versionId).rules, conditions, fields.all());
    }
}
