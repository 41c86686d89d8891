package org.patchbay.identity;

import java.util.Arrays;
import java.util.Set;

/** Who does something: the signed-in account, as its token describes it. */
public record Actor(long organisationId, long accountId, String name, Set<Role> roles) {

    public boolean is(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** Whether the actor sees and does what customers may, and nothing more. */
    public boolean isOnlyCustomer() {
        return roles.equals(Set.of(Role.CUSTOMER));
    }
}
