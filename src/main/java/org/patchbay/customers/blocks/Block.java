package org.patchbay.customers.blocks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.patchbay.groups.Visibility;
import org.patchbay.identity.Actor;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.shared.time.Times;

/** That a customer may neither come in nor write. It is over by itself, or by somebody's word. */
@Entity
@Table(name = "customer_block")
@Filter(name = Visibility.FILTER, condition = Visibility.OF_BLOCKS, deduceAliasInjectionPoints = false)
public class Block extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long customerId;

    String reason;

    /** Null where it has no end. */
    @Nullable
    Instant endsAt;

    long blockedBy;

    String blockedByName;

    Instant createdAt;

    void say(Actor by, BlockRequest request) {
        reason = request.reason();
        endsAt = request.until();
        blockedBy = by.accountId();
        blockedByName = by.name();
        createdAt = Times.now();
        persistAndFlush();
        BlockedNetwork.deleteOf(id);
    }

    /** No visitor comes from there meanwhile. */
    void keepOut(String network) {
        BlockedNetwork.create(id, network);
    }

    boolean isOver() {
        return endsAt != null && !endsAt.isAfter(Times.now());
    }

    static Block of(long customer) {
        var block = new Block();
        block.customerId = customer;
        return block;
    }

    static Optional<Block> ofCustomer(long customer) {
        return find("customerId", customer).firstResultOptional();
    }

    /** Whether one of these customers is blocked now. */
    public static boolean isAnyBlocked(Collection<Long> customers) {
        return Block.<Block>list("customerId in ?1", customers).stream().anyMatch(block -> !block.isOver());
    }

    static boolean isFrom(String network) {
        return count(
                        "(endsAt is null or endsAt > ?2) and id in (select n.blockId from BlockedNetwork n"
                                + " where n.prefix = ?1)",
                        network,
                        Times.now())
                > 0;
    }

    static List<Block> page(long afterId, int size) {
        return find("id > ?1 and (endsAt is null or endsAt > ?2) order by id", afterId, Times.now())
                .page(0, size)
                .list();
    }

    /** Forgets why, and from where they came. */
    public static void deleteOf(long customer) {
        delete("customerId", customer);
    }
}
