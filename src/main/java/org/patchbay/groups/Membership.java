package org.patchbay.groups;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.DynamicUpdate;
import org.patchbay.shared.tenancy.OrganisationEntity;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An account that belongs to a group. */
@Entity
@DynamicUpdate
class Membership extends OrganisationEntity {

    /** A membership, and the place of its group in the tree. */
    @RegisterForReflection
    record Placed(long groupId, String path, VisibilityLevel sees) {}

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

    /** All that an account's visibility follows from where something is isolated. */
    static List<Placed> places(long accountId) {
        return find(
                        "select m.groupId, g.path, m.sees from Membership m join Group g on g.id = m.groupId"
                                + " where m.accountId = ?1 order by m.groupId",
                        accountId)
                .project(Placed.class)
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
