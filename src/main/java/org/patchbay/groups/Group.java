package org.patchbay.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/**
 * A part of an organisation. The root of the tree is the organisation itself; everything without another group belongs
 * to it.
 */
@Entity
@Table(name = "org_group")
@DynamicUpdate
@FilterDef(
        name = Visibility.FILTER,
        autoEnabled = true,
        applyToLoadByKey = true,
        parameters = {
            @ParamDef(name = "anyCustomer", type = Boolean.class, resolver = CurrentVisibility.AnyCustomer.class),
            @ParamDef(name = "allTickets", type = Boolean.class, resolver = CurrentVisibility.AllTickets.class),
            @ParamDef(name = "allCustomers", type = Boolean.class, resolver = CurrentVisibility.AllCustomers.class),
            @ParamDef(name = "allAgents", type = Boolean.class, resolver = CurrentVisibility.AllAgents.class),
            @ParamDef(name = "allGroups", type = Boolean.class, resolver = CurrentVisibility.AllGroups.class),
            @ParamDef(name = "groups", type = Long.class, resolver = CurrentVisibility.Groups.class),
            @ParamDef(name = "ownCustomer", type = Long.class, resolver = CurrentVisibility.OwnCustomer.class),
            @ParamDef(name = "account", type = Long.class, resolver = CurrentVisibility.Account.class)
        })
@Filter(name = Visibility.FILTER, condition = Visibility.OF_GROUPS, deduceAliasInjectionPoints = false)
class Group extends OrganisationEntity {

    static final String ROOT_PATH = "/";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    /** Null for the root. */
    @Nullable
    Long parentId;

    String name;

    /** The ids from below the root down to this group: {@code /17/31/}. */
    @OptimisticLock(excluded = true)
    String path;

    Instant createdAt;

    @Version
    int version;

    static Group create(Group parent, String name) {
        var group = new Group();
        group.parentId = parent.id;
        group.name = name;
        group.path = "";
        group.createdAt = Times.now();
        group.persist();
        group.path = parent.path + group.id + "/";
        return group;
    }

    /** Makes the root of an organisation, which need not be the transaction's. */
    static void createRoot(long organisationId, String name) {
        NativeSql.in(organisationId, """
                insert into org_group (organisation_id, name, path, created_at, version)
                values (:organisation, :name, :path, :now, 0)""")
                .set("name", name)
                .set("path", ROOT_PATH)
                .set("now", Times.now())
                .update();
    }

    /** Puts the group and all below it under another parent. */
    void moveTo(Group parent) {
        var before = path;
        parentId = parent.id;
        flush();
        getEntityManager()
                .createQuery("update Group set path = concat(:to, substring(path, :length)) where path like :below")
                .setParameter("to", parent.path + id + "/")
                .setParameter("length", before.length() + 1)
                .setParameter("below", before + "%")
                .executeUpdate();
        getEntityManager().refresh(this);
    }

    boolean isRoot() {
        return parentId == null;
    }

    /** Whether this is the other group, or below it. */
    boolean isWithin(Group other) {
        return path.startsWith(other.path);
    }

    int depth() {
        return (int) path.chars().filter(character -> character == '/').count() - 1;
    }

    static Optional<Group> byId(long id) {
        return findByIdOptional(id);
    }

    static boolean exists(long id) {
        return count("id", id) > 0;
    }

    static Group root() {
        return Group.<Group>find("parentId is null").singleResult();
    }

    /** Locks the root until the transaction ends. Every change of the tree's shape takes this lock. */
    static Group lockRoot() {
        return Group.<Group>find("parentId is null")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
    }

    static boolean hasChildren(long id) {
        return count("parentId", id) > 0;
    }

    static List<Group> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }

    static List<Long> idsWithin(String path) {
        return find("select id from Group where path like ?1", path + "%")
                .project(Long.class)
                .list();
    }

    static int deepestWithin(String path) {
        return Group.<Group>find("path like ?1", path + "%").stream()
                .mapToInt(Group::depth)
                .max()
                .orElse(0);
    }
}
