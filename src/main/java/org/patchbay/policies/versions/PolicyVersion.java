package org.patchbay.policies.versions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.policies.rules.Rule;
import org.patchbay.shared.tenancy.CurrentOrganisation;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;
import org.patchbay.shared.web.JsonConverter;

import com.fasterxml.jackson.core.type.TypeReference;

/** The rules of a policy at a time. They change while it is a draft, and never afterwards. */
@Entity
@Table(name = "routing_policy_version")
public class PolicyVersion extends OrganisationEntity {

    /**
     * A draft is published, and retired by the next version. A retired version can be published again, but never
     * becomes a draft.
     */
    enum Status {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long policyId;

    /** Counts from 1 in each policy. */
    long number;

    @Enumerated(EnumType.STRING)
    Status status;

    @Convert(converter = Rules.class)
    List<Rule> rules;

    Instant createdAt;

    /** The last publication; null for a draft. */
    @Nullable
    Instant publishedAt;

    @Column(insertable = false, updatable = false)
    @Nullable
    Long publishedOf;

    @Version
    int version;

    /** Call under the policy's lock. */
    static PolicyVersion create(long policyId, List<Rule> rules) {
        var made = new PolicyVersion();
        made.policyId = policyId;
        made.number = latest(policyId) + 1;
        made.status = Status.DRAFT;
        made.rules = rules;
        made.createdAt = Times.now();
        made.persist();
        return made;
    }

    private static long latest(long policyId) {
        return find("select coalesce(max(number), 0) from PolicyVersion where policyId = ?1", policyId)
                .project(Long.class)
                .singleResult();
    }

    void publish() {
        status = Status.PUBLISHED;
        publishedAt = Times.now();
    }

    static Optional<PolicyVersion> of(long policyId, long number) {
        return find("policyId = ?1 and number = ?2", policyId, number).firstResultOptional();
    }

    static Optional<PolicyVersion> published() {
        return find("publishedOf = ?1", CurrentOrganisation.id()).firstResultOptional();
    }

    /** One read by a unique key. */
    public static Optional<Long> publishedId() {
        return find("select id from PolicyVersion where publishedOf = ?1", CurrentOrganisation.id())
                .project(Long.class)
                .firstResultOptional();
    }

    /** The number of the published version, by its policy, where it is one of these policies. */
    public static Map<Long, Long> publishedAmong(Collection<Long> policies) {
        return published().filter(own -> policies.contains(own.policyId)).stream()
                .collect(Collectors.toMap(own -> own.policyId, own -> own.number));
    }

    public static Map<Long, Long> numbers(Collection<Long> ids) {
        return PolicyVersion.<PolicyVersion>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(own -> own.id, own -> own.number));
    }

    /** The newest first. */
    static List<PolicyVersion> page(long policyId, long beforeNumber, int size) {
        return find("policyId = ?1 and number < ?2 order by number desc", policyId, beforeNumber)
                .page(0, size)
                .list();
    }

    public static void deleteOf(long policyId) {
        delete("policyId", policyId);
    }

    /** The rules as a column. */
    @Converter
    static class Rules extends JsonConverter<List<Rule>> {

        Rules() {
            super(new TypeReference<>() {});
        }
    }
}
