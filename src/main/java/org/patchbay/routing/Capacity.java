package org.patchbay.routing;

/**
 * What a ticket costs an agent, in SQL over agent {@code a}, pool {@code p} and its channel's settings {@code c}, which may
 * be missing.
 */
final class Capacity {

    /** All units of the agent where the channel is exclusive. */
    static final String COST =
            "if(coalesce(c.exclusive, p.channel in ('VOICE', 'VIDEO')), a.capacity, coalesce(c.units, 1))";

    static final String SETTINGS =
            " left join channel_setting c" + " on c.organisation_id = p.organisation_id and c.channel = p.channel";

    /** Whether the agent may be given one more ticket of the pool now. */
    static final String FITS = "(a.presence = 'AVAILABLE' and a.deleted_at is null and a.load_units + " + COST
            + " <= a.capacity and not exists (select 1 from agent_limit l where l.organisation_id = a.organisation_id"
            + " and l.agent_id = a.id and l.channel = p.channel and l.maximum <= (select count(*) from assignment x force index (ix_assignment_live_agent)"
            + " join ticket xt on xt.id = x.ticket_id where x.organisation_id = a.organisation_id"
            + " and x.live_agent_id = a.id and xt.channel = p.channel)))";

    private Capacity() {}
}
