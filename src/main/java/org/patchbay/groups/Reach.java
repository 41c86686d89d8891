package org.patchbay.groups;

import java.util.Set;

/**
 * Some of an organisation's groups.
 *
 * @param everything whether it is all of them; then none is listed
 */
record Reach(boolean everything, Set<Long> groups) {

    static final Reach EVERYTHING = new Reach(true, Set.of());
}
