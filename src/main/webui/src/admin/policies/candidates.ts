import type { AgentView, RequiredSkill, SkillLevel, Target } from '../../api/schema';

export type Passed =
  | { why: 'OFFLINE' | 'AWAY' | 'WRAP_UP' | 'NOT_THE_TARGET' }
  | { why: 'AT_CAPACITY'; load: number; capacity: number }
  | { why: 'LACKS_SKILL'; skillId: number; level: number; required: number };

interface Candidate {
  agent: AgentView;
  /** Why not; absent where they could. */
  passed?: Passed;
}

interface Requirement {
  skills: Pick<RequiredSkill, 'skillId' | 'level'>[];
  target?: Target | null;
  units: number;
}

/** Who of those that serve a queue could take a ticket, first of all; the reasons are the engine's. */
export function whoCouldTake(
  agents: AgentView[],
  skillsOf: (agentId: number) => SkillLevel[],
  requirement: Requirement,
): Candidate[] {
  const all = agents.map((agent) => ({ agent, passed: reason(agent, skillsOf(agent.id), requirement) }));
  return [...all.filter((candidate) => !candidate.passed), ...all.filter((candidate) => candidate.passed)];
}

function reason(agent: AgentView, skills: SkillLevel[], requirement: Requirement): Passed | undefined {
  const { target, units } = requirement;
  if (target?.kind === 'AGENT' && target.agentId !== agent.id) {
    return { why: 'NOT_THE_TARGET' };
  }
  for (const { skillId, level: required } of requirement.skills) {
    const level = skills.find((own) => own.skillId === skillId)?.level ?? 0;
    if (level < required) {
      return { why: 'LACKS_SKILL', skillId, level, required };
    }
  }
  if (agent.presence !== 'AVAILABLE') {
    return { why: agent.presence };
  }
  return agent.load + units > agent.capacity
    ? { why: 'AT_CAPACITY', load: agent.load, capacity: agent.capacity }
    : undefined;
}
