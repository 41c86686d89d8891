package org.patchbay.replay;

import java.util.Map;

/**
 * The requirement of a ticket.
 *
 * @param levels the least level by skill
 * @param target the only agent who may have it; null for any agent
 */
record RequiredLevels(Map<Long, Integer> levels, Long target) {}
