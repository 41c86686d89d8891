package org.patchbay.groups;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.OrganisationEntity;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An account that belongs to a group. */
@Entity
@DynamicUpdate
class Membership extends OrganisationEntity {

    /** A membership, and the place of its group in the tree. */
    @RegisterForReflection
    record Placed(long groupId, String path, VisibilityLevel sees) {}

    /** The isolation of an organisation, with one of an account's memberships or nulls: one row at least. */
    @RegisterForReflection
    record MembershipRow(
            boolean isolatesTickets,
            boolean isolatesCustomers,
            boolean isolatesAgents,
            @Nullable Long groupId,
            @Nullable String path,
            @Nullable VisibilityLevel sees) {

        boolean isolatesNothing() {
            return !isolatesTickets && !isolatesCustomers && !isolatesAgents;
        }

        Stream<Placed> place() {
            return groupId == null || path == null || sees == null
                    ? Stream.empty()
                    : Stream.of(new Placed(groupId, path, sees));
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long accountId;

    long groupId;

    @Enumerated(EnumType.STRING)
    VisibilityLevel sees;

    static Membership create(long accountId, long groupId, VisibilityLevel sees) {
        var membership = new Membership();
        membership.accountId = accountId;
        membership.groupId = groupId;
        membership.sees = sees;
        membership.persist();
        return membership;
    }

    static Optional<Membership> of(long accountId, long groupId) {
        return find("accountId = ?1 and groupId = ?2", accountId, groupId).firstResultOptional();
    }

    static List<Membership> ofAccount(long accountId) {
        return list("accountId = ?1 order by groupId", accountId);
    }

    /** All that a sight follows from, in one query, because every request of staff asks. */
    static List<MembershipRow> standing(long accountId) {
        return find(
                        "select o.isolatesTickets, o.isolatesCustomers, o.isolatesAgents, m.groupId, g.path, m.sees"
                                + " from Organisation o left join Membership m on m.accountId = ?1"
                                + " left join Group g on g.id = m.groupId where o.id = ?2 order by m.groupId",
                        accountId,
                        CurrentOrganisation.id())
                .project(MembershipRow.class)
                .list();
    }

    static List<MemberView> page(long groupId, long afterAccountId, int size) {
        return find(
                        "select m.groupId, m.accountId, a.name, m.sees from Membership m"
                                + " join Account a on a.id = m.accountId where m.groupId = ?1 and m.accountId > ?2"
                                + " order by m.accountId",
                        groupId,
                        afterAccountId)
                .project(MemberView.class)
                .page(0, size)
                .list();
    }
}
