package org.patchbay.policies.versions;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.patchbay.policies.rules.Rule;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.skills.RequiredSkill;

/** A skill that the published version requires, so that it is not deleted meanwhile. */
@Entity
@Table(name = "routing_policy_skill")
class PolicySkill extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long versionId;

    long skillId;

    static void keep(PolicyVersion version) {
        skillsOf(version.rules).forEach(skill -> {
            var kept = new PolicySkill();
            kept.versionId = version.id;
            kept.skillId = skill;
            kept.persist();
        });
    }

    static void letGo(PolicyVersion version) {
        delete("versionId", version.id);
    }

    private static List<Long> skillsOf(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.requiredSkills().stream())
                .map(RequiredSkill::skillId)
                .distinct()
                .sorted()
                .toList();
    }
}
