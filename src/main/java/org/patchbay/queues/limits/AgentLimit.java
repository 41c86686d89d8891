package org.patchbay.queues.limits;

import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.queues.Channel;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;

/**
 * The number of tickets of a channel that an agent may hold, whatever units they cost. Changed under the agent's lock.
 */
@Entity
class AgentLimit extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long agentId;

    @Enumerated(EnumType.STRING)
    Channel channel;

    int maximum;

    static AgentLimit create(long agentId, LimitView wanted) {
        var limit = new AgentLimit();
        limit.agentId = agentId;
        limit.channel = wanted.channel();
        limit.maximum = wanted.maximum();
        limit.persist();
        return limit;
    }

    LimitView view() {
        return new LimitView(channel, maximum);
    }

    static List<AgentLimit> of(long agentId) {
        return list("agentId = ?1 order by channel", agentId);
    }

    static void deleteAgent(long agentId) {
        delete("agentId", agentId);
    }

    /** The number of tickets of a channel that the agent holds, or is offered. Call under the agent's lock. */
    static int countHeld(long agentId, Channel channel) {
        var held = NativeSql.of("""
                select count(*) from assignment s
                join ticket t on t.organisation_id = s.organisation_id and t.id = s.ticket_id
                where s.organisation_id = :organisation and s.live_agent_id = :agent
                and t.channel = :channel""")
                .set("agent", agentId)
                .set("channel", channel.name())
                .number();
        return (int) held;
    }
}
