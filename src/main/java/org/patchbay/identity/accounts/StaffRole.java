package org.patchbay.identity.accounts;

import org.patchbay.identity.Role;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Spelled as in tokens and answers. A role that needs no agent and no customer behind it. */
public enum StaffRole {
    @JsonProperty(Role.Names.SUPERVISOR)
    SUPERVISOR,
    @JsonProperty(Role.Names.ADMIN)
    ADMIN;

    public Role role() {
        return switch (this) {
            case SUPERVISOR -> Role.SUPERVISOR;
            case ADMIN -> Role.ADMIN;
        };
    }

    /** As JSON spells it, for those who misspell it. */
    @Override
    public String toString() {
        return role().text();
    }
}
