package org.patchbay.replay;

import java.util.Map;

/**
 * What a ticket requires of an agent.
 *
 * @param levels the least level by skill
 * @param target the only agent who may have it; null for anybody
 */
record RequiredLevels(Map<Long, Integer> levels, Long target) {}
