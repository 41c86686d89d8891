package org.patchbay.sso;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;
import org.patchbay.groups.VisibilityLevel;
import org.patchbay.identity.Role;
import org.patchbay.shared.tenancy.OrganisationEntity;
import org.patchbay.sso.IdentityClaims.Availability;

/** The identity provider of an organisation, and the roles and groups that it gives. */
@Entity
@Table(name = "sign_on")
class IdentityProvider extends OrganisationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String issuer;

    String clientId;

    String sealedSecret;

    boolean enabled;

    /** The path, in a token, of the values that {@link #roles} names; null where everybody has the default role. */
    @Nullable
    String roleClaim;

    @Convert(converter = MappedRolesConverter.class)
    Map<String, MappedRole> roles;

    /** The role of people whose claim gives them none; null for none. */
    @Enumerated(EnumType.STRING)
    @Nullable
    MappedRole defaultRole;

    /** The path, in a token, of the values that {@link #groupPlaces} names; null where groups are kept here. */
    @Nullable
    String groupClaim;

    @Convert(converter = MappedGroupsConverter.class)
    Map<String, MappedGroup> groupPlaces;

    @Version
    int version;

    /** The organisation's identity provider; there is one at most. */
    static Optional<IdentityProvider> ofOrganisation() {
        return IdentityProvider.<IdentityProvider>findAll().firstResultOptional();
    }

    static Optional<IdentityProvider> lock() {
        return IdentityProvider.<IdentityProvider>findAll()
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Whether the token tells the claim of {@link #rolesOf}. */
    Availability tellsRoles(IdentityClaims claims) {
        return roleClaim == null ? Availability.HERE : claims.told(roleClaim);
    }

    /** Whether the token tells the claim of {@link #placesOf}. */
    Availability tellsPlaces(IdentityClaims claims) {
        return groupClaim == null ? Availability.ELSEWHERE : claims.told(groupClaim);
    }

    /** The roles of the token's owner; empty where they are not to come in. */
    Set<Role> rolesOf(IdentityClaims claims) {
        var mapped = EnumSet.noneOf(Role.class);
        if (roleClaim != null) {
            claims.values(roleClaim).stream()
                    .map(roles::get)
                    .filter(Objects::nonNull)
                    .forEach(role -> mapped.add(role.role()));
        }
        if (mapped.isEmpty() && defaultRole != null) {
            mapped.add(defaultRole.role());
        }
        return mapped;
    }

    /**
     * The groups of the token's owner, with visibility levels; where two values name the same group, the one that shows
     * more.
     */
    Map<Long, VisibilityLevel> placesOf(IdentityClaims claims) {
        var places = new HashMap<Long, VisibilityLevel>();
        if (groupClaim == null) {
            return places;
        }
        claims.values(groupClaim).stream()
                .map(groupPlaces::get)
                .filter(Objects::nonNull)
                .forEach(place -> places.merge(
                        place.groupId(), place.sees(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return places;
    }
}
