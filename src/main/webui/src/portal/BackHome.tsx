import { Anchor, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLinkTo } from './places';

export function BackHome() {
  const { t } = useTranslation('portal');
  const link = useLinkTo();
  return (
    <Anchor {...link} w="fit-content" py={4}>
      <Group gap={6} component="span" wrap="nowrap">
        <IconArrowLeft size={18} aria-hidden />
        {t('backHome')}
      </Group>
    </Anchor>
  );
}
