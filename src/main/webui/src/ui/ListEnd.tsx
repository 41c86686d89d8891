import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './words';

interface Props {
  count: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}

/** How much of a list is shown, and the rest of it. */
export function ListEnd({ count, hasMore, loading, onMore }: Props) {
  const { t } = useTranslation(['ui', 'common']);
  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed" role="status">
        {t(hasMore ? 'listedMore' : 'listed', { count })}
      </Text>
      {hasMore && (
        <Button variant="default" loading={loading} onClick={onMore}>
          {t('common:more')}
        </Button>
      )}
    </Group>
  );
}
