package org.patchbay.customers.blocks;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.patchbay.shared.tenancy.OrganisationEntity;

/** A network from which a blocked customer came, and from which no visitor comes meanwhile. */
@Entity
class BlockedNetwork extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long blockId;

    String prefix;

    static void create(long block, String prefix) {
        var network = new BlockedNetwork();
        network.blockId = block;
        network.prefix = prefix;
        network.persist();
    }

    static long countOf(long block) {
        return count("blockId", block);
    }

    static void deleteOf(long block) {
        delete("blockId", block);
    }
}
