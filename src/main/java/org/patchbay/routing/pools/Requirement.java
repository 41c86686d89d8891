package org.patchbay.routing.pools;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.patchbay.queues.Channel;

/**
 * The requirement of a ticket.
 *
 * @param skills the least level in each skill, by its id
 * @param targetId the only agent who may be given it, or 0
 */
public record Requirement(long queueId, Channel channel, SortedMap<Long, Integer> skills, long targetId) {

    static Requirement of(long queueId, Channel channel, String skillsAsText, long targetId) {
        var skills = new TreeMap<Long, Integer>();
        for (var skill : skillsAsText.isEmpty() ? new String[0] : skillsAsText.split(",")) {
            var parts = skill.split(":");
            skills.put(Long.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        return new Requirement(queueId, channel, skills, targetId);
    }

    /** Equal for the same skills and levels. */
    String skillsAsText() {
        return skills.entrySet().stream()
                .map(skill -> skill.getKey() + ":" + skill.getValue())
                .collect(Collectors.joining(","));
    }
}
