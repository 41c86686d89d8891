import { Group, Menu, Text, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OpenMenu } from '../ui/OpenMenu';
import { useMe } from './session';
import { signOut } from './signOut';
import { type Language, languages, setLanguage } from './words';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

export default function AccountMenu({ button, onClose }: { button: HTMLElement; onClose: () => void }) {
  const { t, i18n } = useTranslation('common');
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <OpenMenu button={button} label={t('account')} onClose={onClose}>
      <Menu.Label>
        <Text fw={600} c="var(--mantine-color-text)">
          <bdi>{me.name}</bdi>
        </Text>
      </Menu.Label>
      <Menu.Item leftSection={<IconUser size={16} />} component={Link} to="/account">
        {t('account')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Label>{t('appearance')}</Menu.Label>
      {schemes.map(([scheme, Icon]) => (
        <Menu.RadioItem
          key={scheme}
          value={scheme}
          checked={colorScheme === scheme}
          closeMenuOnClick
          onChange={() => setColorScheme(scheme)}
        >
          <Group gap={8} wrap="nowrap">
            <Icon size={16} aria-hidden />
            {t(scheme)}
          </Group>
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
      <Menu.Label>{t('language')}</Menu.Label>
      {Object.entries(languages).map(([code, name]) => (
        <Menu.RadioItem
          key={code}
          value={code}
          lang={code}
          checked={i18n.language === code}
          closeMenuOnClick
          onChange={() => void setLanguage(code as Language)}
        >
          {name}
        </Menu.RadioItem>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconLogout size={16} />}
        onClick={async () => {
          await signOut(client);
          await navigate({ to: '/sign-in' });
        }}
      >
        {t('signOut')}
      </Menu.Item>
    </OpenMenu>
  );
}
