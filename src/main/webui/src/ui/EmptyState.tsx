import { EmptyState as Mantine } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  icon?: ReactNode;
  title: ReactNode;
  /** Why, and what to do about it. */
  hint?: ReactNode;
  /** Buttons that do something about it. */
  children?: ReactNode;
}

/** In the place of what is not there. */
export function EmptyState({ icon, title, hint, children }: Props) {
  return (
    <Mantine size="sm" py="xl" px="md" icon={icon} title={title} description={hint}>
      {children && <Mantine.Actions mt="xs">{children}</Mantine.Actions>}
    </Mantine>
  );
}
