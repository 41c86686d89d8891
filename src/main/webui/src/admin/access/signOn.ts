import type {
  IdentityProviderRequest,
  IdentityProviderView,
  MappedRole,
  VisibilityLevel,
} from '../../api/schema';

/** Maps are lists of lines while they are edited, or a half-typed value would be a key. */
export interface Values extends Record<string, unknown> {
  issuer: string;
  clientId: string;
  clientSecret: string;
  enabled: boolean;
  roleClaim: string;
  roleLines: { value: string; role: MappedRole }[];
  defaultRole: MappedRole | null;
  groupClaim: string;
  groupLines: { value: string; groupId: number | null; sees: VisibilityLevel }[];
}

export const fresh: IdentityProviderView = {
  issuer: '',
  clientId: '',
  enabled: true,
  roles: {},
  groups: {},
  version: 0,
};

export function valuesOf(view: IdentityProviderView): Values {
  return {
    issuer: view.issuer,
    clientId: view.clientId,
    clientSecret: '',
    enabled: view.enabled,
    roleClaim: view.roleClaim ?? '',
    roleLines: Object.entries(view.roles).map(([value, role]) => ({ value, role: role as MappedRole })),
    defaultRole: view.defaultRole ?? null,
    groupClaim: view.groupClaim ?? '',
    groupLines: Object.entries(view.groups).map(([value, place]) => ({
      value,
      groupId: place.groupId ?? null,
      sees: place.sees,
    })),
  };
}

export function settingsOf(values: Values): IdentityProviderRequest {
  const { issuer, clientId, clientSecret, enabled, roleClaim, defaultRole, groupClaim } = values;
  return {
    issuer,
    clientId,
    enabled,
    roles: Object.fromEntries(
      values.roleLines.filter((line) => line.value).map((line) => [line.value, line.role]),
    ),
    groups: Object.fromEntries(
      values.groupLines
        .filter((line) => line.value && line.groupId !== null)
        .map((line) => [line.value, { groupId: line.groupId as number, sees: line.sees }]),
    ),
    ...(clientSecret && { clientSecret }),
    ...(roleClaim && { roleClaim }),
    ...(defaultRole && { defaultRole }),
    ...(groupClaim && { groupClaim }),
  };
}
