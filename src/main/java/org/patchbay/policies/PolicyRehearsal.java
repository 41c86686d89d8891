package org.patchbay.policies;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.policies.rules.Rule;
import org.patchbay.policies.versions.NewVersion;
import org.patchbay.policies.versions.PolicyVersions;

/**
 * A policy to rehearse with: what understands conditions, and decides by them, is large and loaded with the first one.
 */
@ApplicationScoped
public class PolicyRehearsal {

    private static final String CONDITION = "reason == 'DAMAGED' && order.amount > 1000.0 || language == 'de'"
            + " || has(customer.attributes.tier) && customer.attributes.tier == 'gold' && hour >= 9";

    private final Policies policies;
    private final PolicyVersions versions;

    PolicyRehearsal(Policies policies, PolicyVersions versions) {
        this.policies = policies;
        this.versions = versions;
    }

    /** Publishes the policy in the transaction under way, which is rolled back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void publish() {
        long policy = policies.create(new PolicyRequest("Rehearsal")).id();
        var rule = new Rule("Rehearsal", CONDITION, null, null, List.of(), null);
        long version =
                versions.create(policy, new NewVersion(List.of(rule), null)).number();
        versions.publish(policy, version, null);
    }
}
