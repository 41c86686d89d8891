import { Checkbox, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StaffRole } from '../../api/schema';

/** Those that need no agent and no customer behind them. */
const staffRoles: StaffRole[] = ['supervisor', 'admin'];

export function isStaffRole(role: string): role is StaffRole {
  return staffRoles.some((own) => own === role);
}

/** Stands in a `Checkbox.Group`. */
export function RoleChoice() {
  const { t } = useTranslation('admin');
  return (
    <Group mt={4}>
      {staffRoles.map((role) => (
        <Checkbox key={role} value={role} label={t(`role.${role}`)} />
      ))}
    </Group>
  );
}
