package org.patchbay.identity.organisations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.identity.Isolation;
import org.patchbay.shared.tenancy.NativeSql;
import org.patchbay.shared.time.Times;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** A customer company of this service. No data crosses organisations. */
@Entity
public class Organisation extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** The name of the organisation in sign-ins; never changes. */
    public String slug;

    public String name;

    /** The time zone (IANA) of the hours in routing policies. */
    public String timeZone;

    /** A request to this host name means this organisation; null where it has none. */
    @Nullable
    public String hostName;

    @Enumerated(EnumType.STRING)
    public OrganisationStatus status;

    Instant createdAt;

    /** When a deleted organisation is to be removed. */
    @Nullable
    Instant purgeAfter;

    boolean isolatesTickets;

    boolean isolatesCustomers;

    boolean isolatesAgents;

    @Version
    public int version;

    public static Organisation create(String slug, String name, @Nullable String hostName, String timeZone) {
        var organisation = new Organisation();
        organisation.slug = slug;
        organisation.name = name;
        organisation.hostName = hostName;
        organisation.timeZone = timeZone;
        organisation.status = OrganisationStatus.ACTIVE;
        organisation.createdAt = Times.now();
        organisation.persistAndFlush();
        return organisation;
    }

    /**
     * Safe to call from many replicas at once.
     *
     * @return whether it was this call that made it
     */
    public static boolean createIfAbsent(String slug, String name) {
        return NativeSql.ofNobody("""
                        insert ignore into organisation (slug, name, status, created_at, version)
                        values (:slug, :name, 'ACTIVE', :now, 0)""")
                        .set("slug", slug)
                        .set("name", name)
                        .set("now", Times.now())
                        .update()
                == 1;
    }

    public void activate() {
        status = OrganisationStatus.ACTIVE;
        purgeAfter = null;
    }

    public Isolation isolation() {
        return new Isolation(isolatesTickets, isolatesCustomers, isolatesAgents);
    }

    public void isolate(Isolation isolation) {
        isolatesTickets = isolation.tickets();
        isolatesCustomers = isolation.customers();
        isolatesAgents = isolation.agents();
    }

    public void suspend() {
        status = OrganisationStatus.SUSPENDED;
        purgeAfter = null;
    }

    public void delete(Duration grace) {
        status = OrganisationStatus.DELETED;
        purgeAfter = Times.now().plus(grace);
    }

    public static Optional<Organisation> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }

    public static Optional<Organisation> byHostName(String hostName) {
        return find("hostName", hostName).firstResultOptional();
    }

    public static List<Organisation> page(long afterId, int size) {
        return find("id > ?1 order by id", afterId).page(0, size).list();
    }

    /** The ids of organisations whose grace period is over. */
    static List<Long> toPurge(Instant now) {
        return find(
                        "select id from Organisation where status = ?1 and purgeAfter < ?2",
                        OrganisationStatus.DELETED,
                        now)
                .project(Long.class)
                .list();
    }

    public static Optional<Organisation> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
