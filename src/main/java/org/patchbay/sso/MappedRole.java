package org.patchbay.sso;

import org.patchbay.identity.Role;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Spelled as in tokens and answers. A role that an identity provider may give: none that reaches beyond people. */
@RegisterForReflection
enum MappedRole {
    @JsonProperty(Role.Names.CUSTOMER)
    CUSTOMER,
    @JsonProperty(Role.Names.AGENT)
    AGENT,
    @JsonProperty(Role.Names.SUPERVISOR)
    SUPERVISOR,
    @JsonProperty(Role.Names.ADMIN)
    ADMIN;

    Role role() {
        return switch (this) {
            case CUSTOMER -> Role.CUSTOMER;
            case AGENT -> Role.AGENT;
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
