import {
  ActionIcon,
  Button,
  Group,
  PasswordInput,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
} from '@mantine/core';
import type { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappedRole } from '../../api/schema';
import { signInOptionsQuery } from '../../app/session';
import { CopyableText } from '../../ui/CopyableText';
import { PageSection } from '../../ui/PageSection';
import { SeesChoice } from '../agents/Memberships';
import { GroupChoice } from '../core/choices';
import type { Values } from './signOn';

const roles: MappedRole[] = ['customer', 'agent', 'supervisor', 'admin'];

export function SignOnFields({
  form,
  stored,
}: {
  form: ReturnType<typeof useForm<Values>>;
  stored: boolean;
}) {
  const { t } = useTranslation(['admin-access', 'admin']);
  const options = useQuery(signInOptionsQuery(undefined));
  const { getInputProps, values } = form;
  const choices = roles.map((role) => ({ value: role, label: t(`admin:role.${role}`) }));
  const slug = options.data?.organisation?.slug ?? '…';
  return (
    <>
      <PageSection title={t('provider')}>
        <Text size="sm" fw={500}>
          {t('redirect')}
        </Text>
        <CopyableText label={t('redirect')} text={`${window.location.origin}/api/v1/auth/sso/${slug}`} />
        <TextInput
          label={t('issuer')}
          description={t('issuerHint')}
          placeholder="https://login.example.org/realms/main"
          required
          maxLength={255}
          {...getInputProps('issuer')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('clientId')}
            required
            maxLength={190}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            {...getInputProps('clientId')}
          />
          <PasswordInput
            label={t('clientSecret')}
            description={stored && t('secretKept')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            required={!stored}
            maxLength={500}
            autoComplete="off"
            {...getInputProps('clientSecret')}
          />
        </SimpleGrid>
        <Switch label={t('enabled')} {...getInputProps('enabled', { type: 'checkbox' })} />
      </PageSection>
      <PageSection title={t('mapping')} text={t('mappingHint')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={t('roleClaim')}
            description={t('roleClaimHint')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxLength={190}
            {...getInputProps('roleClaim')}
          />
          <Select
            label={t('defaultRole')}
            placeholder={t('refused')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            clearable
            data={choices}
            {...getInputProps('defaultRole')}
          />
        </SimpleGrid>
        <Lines
          title={t('roles')}
          error={form.errors.roles}
          onAdd={() => form.insertListItem('roleLines', { value: '', role: 'agent' })}
        >
          {values.roleLines.map((_, index) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by nothing else
              key={index}
              number={index + 1}
              onRemove={() => form.removeListItem('roleLines', index)}
            >
              <TextInput
                aria-label={`${t('value')}, ${t('line', { number: index + 1 })}`}
                placeholder={t('value')}
                {...getInputProps(`roleLines.${index}.value`)}
              />
              <Select
                aria-label={`${t('role')}, ${t('line', { number: index + 1 })}`}
                allowDeselect={false}
                data={choices}
                {...getInputProps(`roleLines.${index}.role`)}
              />
            </Line>
          ))}
        </Lines>
        <TextInput
          label={t('groupClaim')}
          description={t('groupClaimHint')}
          maxLength={190}
          maw={420}
          {...getInputProps('groupClaim')}
        />
        {values.groupClaim !== '' && (
          <Lines
            title={t('groups')}
            error={form.errors.groups}
            onAdd={() => form.insertListItem('groupLines', { value: '', groupId: null, sees: 'GROUP' })}
          >
            {values.groupLines.map((line, index) => (
              <Line
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by nothing else
                key={index}
                number={index + 1}
                onRemove={() => form.removeListItem('groupLines', index)}
              >
                <TextInput
                  aria-label={`${t('value')}, ${t('line', { number: index + 1 })}`}
                  placeholder={t('value')}
                  {...getInputProps(`groupLines.${index}.value`)}
                />
                <GroupChoice
                  aria-label={`${t('group')}, ${t('line', { number: index + 1 })}`}
                  placeholder={t('group')}
                  {...getInputProps(`groupLines.${index}.groupId`)}
                />
                <SeesChoice
                  label={`${t('sees')}, ${t('line', { number: index + 1 })}`}
                  value={line.sees}
                  onChange={(sees) => form.setFieldValue(`groupLines.${index}.sees`, sees)}
                />
              </Line>
            ))}
          </Lines>
        )}
      </PageSection>
    </>
  );
}

function Lines({
  title,
  error,
  onAdd,
  children,
}: {
  title: string;
  error?: ReactNode;
  onAdd: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('admin-access');
  return (
    <Stack gap="xs" role="group" aria-label={title}>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {children}
      {error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onAdd}
        >
          {t('add')}
        </Button>
      </Group>
    </Stack>
  );
}

function Line({ number, onRemove, children }: { number: number; onRemove: () => void; children: ReactNode }) {
  const { t } = useTranslation(['admin-access', 'admin']);
  return (
    <Group gap="xs">
      {children}
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('ui:removeIt', { name: t('line', { number }) })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </Group>
  );
}
