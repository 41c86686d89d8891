import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';

interface Props {
  index: number;
  /** How many lines there are. */
  count: number;
  labels: { up: string; down: string; remove: string };
  onMove: (move: { from: number; to: number }) => void;
  onRemove: () => void;
}

/** What becomes of a line of a form, whose order matters. */
export function LineButtons({ index, count, labels, onMove, onRemove }: Props) {
  return (
    <Group gap={4}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={labels.up}
        disabled={index === 0}
        onClick={() => onMove({ from: index, to: index - 1 })}
      >
        <IconArrowUp size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={labels.down}
        disabled={index === count - 1}
        onClick={() => onMove({ from: index, to: index + 1 })}
      >
        <IconArrowDown size={16} />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" size="lg" aria-label={labels.remove} onClick={onRemove}>
        <IconTrash size={16} />
      </ActionIcon>
    </Group>
  );
}
