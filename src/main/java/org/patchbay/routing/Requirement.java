package org.patchbay.routing;

import java.util.SortedMap;
import java.util.stream.Collectors;

import org.patchbay.queues.Channel;

/**
 * What a ticket requires of an agent.
 *
 * @param skills the least level in each skill, by its id
 * @param targetId the only agent who may be given it, or 0
 */
record Requirement(long queueId, Channel channel, SortedMap<Long, Integer> skills, long targetId) {

    /** The same for the same skills and levels. */
    String skillsAsText() {
        return skills.entrySet().stream()
                .map(skill -> skill.getKey() + ":" + skill.getValue())
                .collect(Collectors.joining(","));
    }
}
