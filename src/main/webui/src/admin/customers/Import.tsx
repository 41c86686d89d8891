import {
  Alert,
  Button,
  Code,
  FileInput,
  Group,
  NativeSelect,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { Report } from '../../api/schema';
import { messageOf } from '../../app/problems';
import tables from '../../ui/tables.module.css';
import './words';

const EXAMPLE =
  'number,customerId,product,quantity,amount,currency,orderedAt\nA-1001,12,Desk lamp,1,49.90,EUR,2026-11-02T09:30:00Z';
const MOST_ERRORS = 200;
/** UTF-16 says so by its first two bytes. */
const CHARSETS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'iso-8859-15', label: 'ISO 8859-15' },
  { value: 'utf-16', label: 'UTF-16' },
];

/** Orders from a file, and what became of each line. */
export function Import() {
  const { t } = useTranslation('admin-customers');
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [charset, setCharset] = useState('utf-8');
  const [decimal, setDecimal] = useState<'POINT' | 'COMMA'>('POINT');
  const run = useMutation({
    mutationFn: (chosen: File) =>
      data(
        api.POST('/api/v1/orders/import', {
          params: { query: { decimal } },
          body: chosen as unknown as string,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { 'Content-Type': `text/csv; charset=${charset}` },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.orders.root }),
    onError: () => {},
  });
  return run.data ? (
    <Stack>
      <Outcome report={run.data} />
      <Group>
        <Button
          variant="default"
          onClick={() => {
            setFile(null);
            run.reset();
          }}
        >
          {t('again')}
        </Button>
      </Group>
    </Stack>
  ) : (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) {
          run.mutate(file);
        }
      }}
    >
      <Stack>
        <Text size="sm">{t('importHint')}</Text>
        <Code block tabIndex={0}>
          {EXAMPLE}
        </Code>
        <FileInput
          label={t('file')}
          placeholder={t('chooseFile')}
          accept=".csv,text/csv"
          leftSection={<IconFileTypeCsv size={16} aria-hidden />}
          value={file}
          onChange={setFile}
          clearable
        />
        <Group grow align="start">
          <NativeSelect
            label={t('charset')}
            description={t('charsetHint')}
            data={CHARSETS}
            value={charset}
            onChange={(event) => setCharset(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('decimal')}
            data={[
              { value: 'POINT', label: '49.90' },
              { value: 'COMMA', label: '49,90' },
            ]}
            value={decimal}
            onChange={(event) => setDecimal(event.currentTarget.value === 'COMMA' ? 'COMMA' : 'POINT')}
          />
        </Group>
        {run.error && (
          <Alert color="red" role="alert">
            {messageOf(run.error)}
          </Alert>
        )}
        <Group justify="end">
          <Button type="submit" disabled={!file} loading={run.isPending}>
            {t('runImport')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Outcome({ report }: { report: Report }) {
  const { t } = useTranslation('admin-customers');
  const { created, unchanged, errors } = report;
  return (
    <section aria-label={t('report')}>
      <Alert color={errors.length > 0 ? 'orange' : 'teal'} title={t('report')} role="status">
        <Text size="sm">{t('createdN', { count: created })}</Text>
        <Text size="sm">{t('unchangedN', { count: unchanged })}</Text>
        <Text size="sm">{t('errorsN', { count: errors.length })}</Text>
      </Alert>
      {errors.length > 0 && (
        <>
          <Title order={3} size="h6" mt="md">
            {t('errorsN', { count: errors.length })}
          </Title>
          <Table className={tables.table} aria-label={t('errorsN', { count: errors.length })}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('line')}</Table.Th>
                <Table.Th scope="col">{t('error')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {errors.slice(0, MOST_ERRORS).map(({ line, error }) => (
                <Table.Tr key={`${line}-${error}`}>
                  <Table.Td>{line}</Table.Td>
                  <Table.Td>{error}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {errors.length > MOST_ERRORS && (
            <Text size="sm" c="dimmed">
              {t('moreErrors', { count: MOST_ERRORS })}
            </Text>
          )}
        </>
      )}
    </section>
  );
}
