package org.patchbay.sso;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
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
import jakarta.persistence.Version;

import org.patchbay.groups.Sees;
import org.patchbay.identity.Role;
import org.patchbay.shared.Owned;
import org.patchbay.sso.Claims.Told;

/** Where people of an organisation sign in, and what they become here. */
@Entity
class SignOn extends Owned {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String issuer;

    String clientId;

    String sealedSecret;

    boolean enabled;

    /** Where in a token the values are that {@link #roles} names; null where everybody has the default role. */
    String roleClaim;

    @Convert(converter = MappedRolesConverter.class)
    Map<String, MappedRole> roles;

    /** Of those whose claim gives them none; null for none. */
    @Enumerated(EnumType.STRING)
    MappedRole defaultRole;

    /** Where in a token the values are that {@link #groupPlaces} names; null where groups are kept here. */
    String groupClaim;

    @Convert(converter = GroupPlacesConverter.class)
    Map<String, GroupPlace> groupPlaces;

    @Version
    int version;

    /** That of the organisation; there is one at most. */
    static Optional<SignOn> ofOrganisation() {
        return SignOn.<SignOn>findAll().firstResultOptional();
    }

    static Optional<SignOn> lock() {
        return SignOn.<SignOn>findAll().withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Whether the token tells what {@link #rolesOf} asks. */
    Told tellsRoles(Claims claims) {
        return roleClaim == null ? Told.HERE : claims.told(roleClaim);
    }

    /** Whether the token tells what {@link #placesOf} asks. */
    Told tellsPlaces(Claims claims) {
        return groupClaim == null ? Told.ELSEWHERE : claims.told(groupClaim);
    }

    /** What the token's owner becomes here; nothing where they are not to come in. */
    Set<Role> rolesOf(Claims claims) {
        var mapped = EnumSet.noneOf(Role.class);
        if (roleClaim != null) {
            claims.values(roleClaim).stream()
                    .filter(roles::containsKey)
                    .forEach(value -> mapped.add(roles.get(value).role()));
        }
        if (mapped.isEmpty() && defaultRole != null) {
            mapped.add(defaultRole.role());
        }
        return mapped;
    }

    /** The groups that the token puts its owner in; where two values name the same group, the one that shows more. */
    Map<Long, Sees> placesOf(Claims claims) {
        var places = new HashMap<Long, Sees>();
        claims.values(groupClaim).stream()
                .filter(groupPlaces::containsKey)
                .map(groupPlaces::get)
                .forEach(place -> places.merge(
                        place.groupId(), place.sees(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        return places;
    }
}
