import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Props = AnchorProps & { id: number; children: ReactNode };

export function TicketLink({ id, ...props }: Props) {
  return (
    <Anchor
      {...props}
      renderRoot={(root) => (
        <Link {...root} to="/board/tickets/$ticketId" params={{ ticketId: String(id) }} />
      )}
    />
  );
}
