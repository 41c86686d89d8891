import { Alert, Button, Code, Group, List, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { messageOf } from '../../app/problems';
import { ConfirmButton } from '../../ui/ConfirmButton';
import { CopyableText } from '../../ui/CopyableText';
import { PageSection } from '../../ui/PageSection';
import { QueryContent } from '../../ui/QueryContent';
import { useTime } from '../../ui/useTime';
import './words';

/** So many are good at the same time. */
const MOST = 2;

/** By which the shop's server says who is signed in there. */
export function IdentityKeys({ organisation: id }: { organisation: number }) {
  const { t } = useTranslation(['admin-access', 'ui']);
  const time = useTime();
  const client = useQueryClient();
  const queryKey = keys.identityKeys(id);
  const path = { params: { path: { id } } };
  const [secret, setSecret] = useState<string>();
  const kept = useQuery({
    queryKey,
    queryFn: () => data(api.GET('/api/v1/organisations/{id}/identity-keys', path)),
  });
  const make = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/organisations/{id}/identity-keys', {
          ...path,
          body: { algorithm: 'HS256' },
        }),
      ),
    onSuccess: async (made) => {
      setSecret(made?.secret ?? undefined);
      await client.invalidateQueries({ queryKey });
    },
    onError: () => {},
  });
  const nameOf = (beginning: string) => `${beginning}…`;
  return (
    <PageSection
      title={t('identity.title')}
      text={t('identity.hint')}
      actions={
        <Button
          variant="default"
          loading={make.isPending}
          disabled={!kept.data || kept.data.length >= MOST}
          onClick={() => make.mutate()}
        >
          {t('identity.make')}
        </Button>
      }
    >
      {make.error && (
        <Alert color="red" role="alert">
          {messageOf(make.error)}
        </Alert>
      )}
      {secret && (
        <Alert color="orange" role="status" title={t('identity.once')}>
          <CopyableText label={t('identity.secret')} text={secret} />
          <Text size="sm" mt="xs">
            {t('identity.onceHint')}
          </Text>
        </Alert>
      )}
      <QueryContent query={kept}>
        {(all) =>
          all.length === 0 ? (
            <Text size="sm">{t('identity.none')}</Text>
          ) : (
            <List listStyleType="none" spacing="xs" aria-label={t('identity.title')}>
              {all.map((key) => (
                <List.Item key={key.id}>
                  <Group gap="sm">
                    <Code>{nameOf(key.beginning)}</Code>
                    <Text size="sm">{key.algorithm}</Text>
                    <Text size="sm" c="dimmed">
                      {t('identity.since', { time: time(key.createdAt) })}
                    </Text>
                    <ConfirmButton
                      label={t('identity.delete')}
                      button={{
                        size: 'compact-sm',
                        'aria-label': `${t('identity.delete')}: ${nameOf(key.beginning)}`,
                      }}
                      title={t('identity.deleteTitle', { name: nameOf(key.beginning) })}
                      text={t('identity.deleteHint')}
                      confirm={t('identity.delete')}
                      done={t('identity.deleted')}
                      run={async () => {
                        await data(
                          api.DELETE('/api/v1/organisations/{id}/identity-keys/{keyId}', {
                            params: { path: { id, keyId: key.id } },
                          }),
                        );
                        setSecret(undefined);
                        await client.invalidateQueries({ queryKey });
                      }}
                    />
                  </Group>
                </List.Item>
              ))}
            </List>
          )
        }
      </QueryContent>
      {kept.data?.length === MOST && (
        <Text size="sm" c="dimmed">
          {t('identity.two')}
        </Text>
      )}
    </PageSection>
  );
}
