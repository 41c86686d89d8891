import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Props = AnchorProps & { id: number; children: ReactNode };

export function QueueLink({ id, ...props }: Props) {
  return (
    <Anchor
      {...props}
      renderRoot={(root) => <Link {...root} to="/board/queues/$queueId" params={{ queueId: String(id) }} />}
    />
  );
}
