package org.patchbay.skills;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** A skill of an agent, with its level. */
@Entity
class AgentSkill extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long agentId;

    long skillId;

    int level;

    static AgentSkill create(long agentId, SkillLevel wanted) {
        var skill = new AgentSkill();
        skill.agentId = agentId;
        skill.skillId = wanted.skillId();
        skill.level = wanted.level();
        skill.persist();
        return skill;
    }

    SkillLevel view() {
        return new SkillLevel(skillId, level);
    }

    static List<AgentSkill> of(long agentId) {
        return list("agentId = ?1 order by skillId", agentId);
    }

    static void deleteAgent(long agentId) {
        delete("agentId", agentId);
    }
}
