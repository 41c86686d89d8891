import { Group, Text } from '@mantine/core';

export function Logo({ withName = true }: { withName?: boolean }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <img src="/favicon.svg" width={28} height={28} alt={withName ? '' : 'Patchbay'} />
      {withName && (
        <Text fw={700} size="lg" visibleFrom="xs">
          Patchbay
        </Text>
      )}
    </Group>
  );
}
