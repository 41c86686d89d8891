package org.patchbay.groups;

import java.util.Set;

import org.patchbay.identity.Actor;

/** Customers who are somebody's own business, whatever their group; asked of each feature that knows of some. */
public interface OwnCustomers {

    Set<Long> of(Actor actor);
}
