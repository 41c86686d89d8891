package org.patchbay.skills;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.patchbay.agents.AgentDeletion;
import org.patchbay.agents.AgentEligibility;
import org.patchbay.agents.Agents;
import org.patchbay.agents.RosterLock;
import org.patchbay.audit.Action;
import org.patchbay.audit.Audit;
import org.patchbay.shared.problems.ProblemType;

/** The skills of each agent. */
@ApplicationScoped
class AgentSkills implements AgentDeletion {

    private final Agents agents;
    private final AgentEligibility eligibility;
    private final Audit audit;

    AgentSkills(Agents agents, AgentEligibility eligibility, Audit audit) {
        this.agents = agents;
        this.eligibility = eligibility;
        this.audit = audit;
    }

    @Override
    public void agentDeleted(long agentId) {
        AgentSkill.deleteAgent(agentId);
    }

    @Transactional
    List<SkillLevel> list(long agentId) {
        agents.check(agentId);
        return views(agentId);
    }

    /**
     * Replaces all skills of the agent.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem {@code conflict} where there is no such skill
     */
    @Transactional
    List<SkillLevel> replace(long agentId, List<SkillLevel> wanted) {
        var ids = new HashSet<>(wanted.stream().map(SkillLevel::skillId).toList());
        if (ids.size() < wanted.size()) {
            throw ProblemType.VALIDATION_FAILED.because(SkillWords.NAMED_TWICE);
        }
        RosterLock.lock();
        agents.check(agentId);
        ids.stream().filter(id -> Skill.byId(id).isEmpty()).findFirst().ifPresent(id -> {
            throw ProblemType.CONFLICT.because(SkillWords.NO_SKILL, id);
        });
        var before = views(agentId);
        if (Set.copyOf(before).equals(Set.copyOf(wanted))) {
            return before;
        }
        AgentSkill.deleteAgent(agentId);
        wanted.forEach(skill -> AgentSkill.create(agentId, skill));
        AgentSkill.flush();
        var after = views(agentId);
        audit.record(Action.AGENT_SKILLS_SET, agentId, before, after);
        eligibility.agentChanged(agentId);
        return after;
    }

    private static List<SkillLevel> views(long agentId) {
        return AgentSkill.of(agentId).stream().map(AgentSkill::view).toList();
    }
}
