import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Cover } from './Cover';

interface Props {
  /** Where it opens, and who closes it goes on. */
  button: HTMLElement;
  label: string;
  position?: 'bottom-end' | 'top-end';
  width?: number;
  className?: string | undefined;
  onClose: () => void;
  children: ReactNode;
}

const CLOSING = ['mousedown', 'touchstart'];

/** A menu that was opened by a button, which is there before it. */
export function OpenMenu({
  button,
  label,
  position = 'bottom-end',
  width = 240,
  className,
  onClose,
  children,
}: Props) {
  return (
    <Menu
      opened
      onChange={(stays) => {
        if (!stays) {
          onClose();
          button.focus();
        }
      }}
      position={position}
      width={width}
      trapFocus
      // Not by a key: the press that opens it reaches the document after it is there.
      clickOutsideEvents={CLOSING}
      withInitialFocusPlaceholder={false}
      hideDetached={false}
      withinPortal
    >
      <Menu.Target>
        <Cover button={button} aria-label={label} />
      </Menu.Target>
      <Menu.Dropdown className={className}>{children}</Menu.Dropdown>
    </Menu>
  );
}
