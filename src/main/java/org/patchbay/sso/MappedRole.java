package org.patchbay.sso;

import org.patchbay.identity.Role;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A role that an identity provider may give, spelled as in tokens and responses: any role of people inside the
 * organisation.
 */
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

    /** The JSON spelling, which an error message about a misspelled role names. */
    @Override
    public String toString() {
        return role().text();
    }
}
