package org.patchbay.shared.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/**
 * A row of one organisation. Hibernate writes the transaction's organisation into it and adds it to every query, so
 * that no query has to name it; see {@link CurrentOrganisation}. Where it changes or deletes a row, it names the
 * organisation beside the key.
 */
@MappedSuperclass
public abstract class OrganisationEntity extends PanacheEntityBase {

    /** Text, because Quarkus knows tenants by text only; a number in the database. */
    @TenantId
    @PartitionKey
    @Column(name = "organisation_id")
    @JdbcTypeCode(SqlTypes.BIGINT)
    private String organisation;

    public long organisationId() {
        return Long.parseLong(organisation);
    }
}
