package org.patchbay.groups;

import java.util.Set;

/**
 * Some of an organisation's groups.
 *
 * @param everything whether it is all groups; then none is listed
 */
record GroupScope(boolean everything, Set<Long> groups) {

    static final GroupScope EVERYTHING = new GroupScope(true, Set.of());
}
