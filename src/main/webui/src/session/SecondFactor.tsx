import {
  Alert,
  Button,
  Code,
  Group,
  Paper,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';

/** Switches it on with a first code of the app, and off with the password. */
export function SecondFactor() {
  const { t } = useTranslation('account');
  const code = useForm({ initialValues: { code: '' } });
  const password = useForm({ initialValues: { password: '' } });
  const offer = useMutation({ mutationFn: () => data(api.POST('/api/v1/me/second-factor')) });
  const confirm = useMutation({
    mutationFn: (body: typeof code.values) => data(api.POST('/api/v1/me/second-factor/confirm', { body })),
    onSuccess: () => offer.reset(),
  });
  const remove = useMutation({
    mutationFn: (body: typeof password.values) => data(api.POST('/api/v1/me/second-factor/remove', { body })),
    onSuccess: () => {
      password.reset();
      confirm.reset();
      notifications.show({ message: t('removed') });
    },
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} size="h4" mb="sm">
        {t('secondFactor')}
      </Title>
      <Stack align="start">
        <Text size="sm" c="dimmed">
          {t('secondFactorHint')}
        </Text>
        {!offer.data && (
          <Button variant="default" onClick={() => offer.mutate()} loading={offer.isPending}>
            {t('switchOn')}
          </Button>
        )}
        {offer.data && (
          <form onSubmit={code.onSubmit((values) => confirm.mutate(values))}>
            <Stack align="start">
              <Text size="sm">{t('scan')}</Text>
              <QRCodeSVG value={offer.data.uri ?? ''} size={160} marginSize={2} />
              <Code>{offer.data.secret}</Code>
              <Group align="end">
                <TextInput
                  label={t('code')}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  required
                  {...code.getInputProps('code')}
                />
                <Button type="submit" loading={confirm.isPending}>
                  {t('confirm')}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
        {confirm.data && (
          <Alert title={t('recovery')} role="status">
            <Stack gap={4}>
              {confirm.data.recoveryCodes?.map((recovery) => (
                <Code key={recovery}>{recovery}</Code>
              ))}
            </Stack>
          </Alert>
        )}
        <form onSubmit={password.onSubmit((values) => remove.mutate(values))}>
          <Group align="end">
            <PasswordInput
              label={t('password')}
              autoComplete="current-password"
              required
              {...password.getInputProps('password')}
            />
            <Button type="submit" variant="subtle" color="red" loading={remove.isPending}>
              {t('switchOff')}
            </Button>
          </Group>
        </form>
      </Stack>
    </Paper>
  );
}
