/** Parts of an organisation, and what somebody may see. */
@FilterDef(
        name = Sight.FILTER,
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = {
            @ParamDef(name = "anyCustomer", type = Boolean.class, resolver = Sights.AnyCustomer.class),
            @ParamDef(name = "allTickets", type = Boolean.class, resolver = Sights.AllTickets.class),
            @ParamDef(name = "allCustomers", type = Boolean.class, resolver = Sights.AllCustomers.class),
            @ParamDef(name = "allAgents", type = Boolean.class, resolver = Sights.AllAgents.class),
            @ParamDef(name = "allGroups", type = Boolean.class, resolver = Sights.AllGroups.class),
            @ParamDef(name = "groups", type = Long.class, resolver = Sights.Groups.class),
            @ParamDef(name = "ownCustomers", type = Long.class, resolver = Sights.OwnCustomers.class),
            @ParamDef(name = "account", type = Long.class, resolver = Sights.Account.class)
        })
package org.patchbay.groups;

import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
