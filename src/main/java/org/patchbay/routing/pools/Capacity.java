package org.patchbay.routing.pools;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.patchbay.queues.Channel;

/**
 * The cost of a ticket to an agent, in SQL over agent {@code a}, pool {@code p} and its channel's settings {@code c},
 * which may be missing.
 */
public final class Capacity {

    /** Whether the agent may be given anything at all; {@code Agent.isFree} in SQL. */
    public static final String ROOM = "a.presence = 'AVAILABLE' and a.deleted_at is null and a.load_units < a.capacity";

    /** Whether the channel takes all units of an agent; {@code p} may be a ticket too. */
    public static final String EXCLUSIVE = "coalesce(c.exclusive, p.channel in (" + exclusive() + "))";

    public static final String COST = "if(" + EXCLUSIVE + ", a.capacity, coalesce(c.units, 1))";

    public static final String SETTINGS =
            "left join channel_setting c on c.organisation_id = p.organisation_id and c.channel = p.channel";

    /** The number of tickets of the pool's channel that the agent holds, or is offered. */
    public static final String HELD = """
            (select count(*) from assignment x force index (ix_assignment_live_agent)
            join ticket xt on xt.organisation_id = x.organisation_id and xt.id = x.ticket_id
            where x.organisation_id = a.organisation_id and x.live_agent_id = a.id and xt.channel = p.channel)""";

    /** The agent's limit {@code l} of the pool's channel. */
    public static final String LIMIT = """
            agent_limit l where l.organisation_id = a.organisation_id and l.agent_id = a.id
            and l.channel = p.channel""";

    /** Whether the agent may be given one more ticket of the pool now. */
    public static final String FITS = """
            (a.presence = 'AVAILABLE' and a.deleted_at is null and a.load_units + %s <= a.capacity
            and not exists (select 1 from %s and l.maximum <= %s))""".formatted(COST, LIMIT, HELD);

    private Capacity() {}

    private static String exclusive() {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.defaults().exclusive())
                .map(channel -> "'" + channel.name() + "'")
                .collect(Collectors.joining(", "));
    }
}
