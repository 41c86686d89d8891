import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from './address';
import { Views } from './Views';

/** The views where there is no room for them beside the list. */
export function NarrowViews({ place, onClose }: { place: Place; onClose: () => void }) {
  const { t } = useTranslation('list');
  return (
    <Drawer
      opened
      onClose={onClose}
      title={t('views')}
      size="xs"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <nav aria-label={t('views')}>
        <Views place={place} onChosen={onClose} />
      </nav>
    </Drawer>
  );
}

/** A ticket where there is no room for it beside the list. It takes Escape itself, as what is open in it may. */
export function NarrowTicket({
  label,
  onClose,
  children,
}: {
  label: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Drawer.Root opened onClose={onClose} position="right" size="lg" padding={0} closeOnEscape={false}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={label}>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
