import { Button, Container, Paper, PasswordInput, Stack, Table, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import { dateFormat } from '../app/dates';
import { fieldErrors, showProblem } from '../app/problems';
import './account.words';
import { SecondFactor } from './SecondFactor';

/** What everybody settles for themselves: password, second factor, sessions. */
export function MyAccount() {
  const { t } = useTranslation('account');
  return (
    <Container size="sm">
      <Stack>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Password />
        <SecondFactor />
        <Sessions />
      </Stack>
    </Container>
  );
}

function Password() {
  const { t } = useTranslation('account');
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } });
  const change = useMutation({
    mutationFn: (body: typeof form.values) => data(api.PUT('/api/v1/me/password', { body })),
    onSuccess: () => {
      form.reset();
      notifications.show({ message: t('passwordChanged') });
    },
    onError: (problem) => {
      const errors = fieldErrors(problem);
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) {
        showProblem(problem);
      }
    },
  });
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} size="h4" mb="sm">
        {t('password')}
      </Title>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack align="start">
          <PasswordInput
            label={t('currentPassword')}
            autoComplete="current-password"
            required
            w="100%"
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t('newPassword')}
            autoComplete="new-password"
            required
            w="100%"
            {...form.getInputProps('newPassword')}
          />
          <Button type="submit" loading={change.isPending}>
            {t('changePassword')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}

function Sessions() {
  const { t, i18n } = useTranslation('account');
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: keys.mySessions,
    queryFn: () => data(api.GET('/api/v1/me/sessions')),
  });
  const end = useMutation({
    mutationFn: (id: number) => data(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: keys.mySessions }),
  });
  const time = dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Paper withBorder p="lg" component="section">
      <Title order={2} size="h4" mb="sm">
        {t('sessions')}
      </Title>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('device')}</Table.Th>
              <Table.Th>{t('lastUsed')}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sessions.data?.items.map((session) => (
              <Table.Tr key={session.id}>
                <Table.Td>
                  <Text size="sm" lineClamp={1}>
                    {session.userAgent}
                  </Text>
                </Table.Td>
                <Table.Td>{time.format(new Date(session.lastUsedAt))}</Table.Td>
                <Table.Td>
                  {session.current ? (
                    <Text size="sm" c="dimmed">
                      {t('thisOne')}
                    </Text>
                  ) : (
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      onClick={() => end.mutate(session.id)}
                    >
                      {t('end')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
