import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { Cover } from './Cover';

interface Props {
  /** Where it opens, and who closes it goes on. */
  button: HTMLElement;
  label: string;
  position?: 'bottom-start' | 'bottom-end';
  width: number;
  padding?: number;
  onClose: () => void;
  children: ReactNode;
}

/** Fields that were opened by a button, which is there before them. */
export function OpenPanel({
  button,
  label,
  position = 'bottom-start',
  width,
  padding,
  onClose,
  children,
}: Props) {
  const close = () => {
    onClose();
    button.focus();
  };
  return (
    <Popover
      opened
      onChange={(stays) => !stays && close()}
      position={position}
      width={width}
      trapFocus
      shadow="md"
      hideDetached={false}
      withinPortal
    >
      <Popover.Target>
        <Cover button={button} aria-label={label} />
      </Popover.Target>
      <Popover.Dropdown
        p={padding}
        // A list in it takes this key for itself, to close a dropdown that it is not.
        onKeyDownCapture={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            close();
          }
        }}
      >
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
