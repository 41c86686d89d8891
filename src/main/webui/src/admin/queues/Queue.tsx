import { Badge, Group, Select, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { Diversion, MaxSize, MaxWait, QueueView, ServiceLevel } from '../../api/schema';
import { DurationInput } from '../../ui/DurationInput';
import { EditForm } from '../../ui/EditForm';
import { PageSection } from '../../ui/PageSection';
import { useEditForm } from '../../ui/useEditForm';
import { WholeNumber } from '../../ui/WholeNumber';
import { Choice } from '../core/choices';
import { SectionDelete, SectionDetail } from '../core/SectionPage';
import { Alarms } from './Alarms';
import { Members } from './Members';
import { distributions } from './Queues';
import './words';

const queueQuery = (id: number) =>
  queryOptions({
    queryKey: keys.queues.one(id),
    queryFn: () => data(api.GET('/api/v1/queues/{id}', { params: { path: { id } } })),
  });

export function Queue() {
  const { t } = useTranslation(['admin-queues', 'admin', 'common']);
  const id = Number(useParams({ strict: false }).id);
  const queue = useQuery(queueQuery(id));
  return (
    <SectionDetail
      section="queues"
      query={queue}
      head={(own) => ({
        title: own.name,
        mark: own.isDefault && <Badge variant="default">{t('isDefault')}</Badge>,
        actions: !own.isDefault && (
          <SectionDelete
            section="queues"
            name={own.name}
            text={t('deleteHint')}
            queryKey={queueQuery(id).queryKey}
            changes={keys.queues.list()}
            remove={() =>
              data(
                api.DELETE('/api/v1/queues/{id}', {
                  params: { path: { id }, header: { 'If-Match': `"${own.version}"` } },
                }),
              )
            }
          />
        ),
      })}
    >
      {(own) => (
        <>
          <Settings queue={own} />
          <Members queueId={id} ranked={own.distribution === 'RANKED'} />
          <Alarms queueId={id} />
        </>
      )}
    </SectionDetail>
  );
}

function valuesOf(queue: QueueView) {
  return {
    name: queue.name,
    distribution: queue.distribution,
    priority: queue.priority as number | null,
    serviceLevel: queue.serviceLevel ?? null,
    maxWait: queue.maxWait ?? null,
    maxSize: queue.maxSize ?? null,
    overflowQueueId: queue.overflowQueueId ?? null,
    businessHoursId: queue.businessHoursId ?? null,
    whenClosed: queue.whenClosed ?? null,
    wrapUpSeconds: queue.wrapUpSeconds as number | null,
    firstResponseSeconds: queue.firstResponseSeconds ?? null,
    resolutionSeconds: queue.resolutionSeconds ?? null,
    silence: queue.silence ?? null,
    bot: queue.bot ?? null,
  };
}

function diverted<T extends MaxWait | MaxSize>(limit: Omit<T, 'then'>): T {
  // biome-ignore lint/suspicious/noThenProperty: the API calls it so, and nobody awaits it
  return { ...limit, then: 'CALLBACK' } as unknown as T;
}

function Settings({ queue }: { queue: QueueView }) {
  const { t } = useTranslation(['admin-queues', 'admin']);
  const editing = useEditForm({
    ...queueQuery(queue.id),
    stored: queue,
    values: valuesOf,
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/queues/{id}', {
          params: { path: { id: queue.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: keys.queues.root,
  });
  const { form } = editing;
  const { values, getInputProps, setFieldValue } = form;
  const overflows = [values.maxWait?.then, values.maxSize?.then, values.whenClosed].includes('OVERFLOW');
  return (
    <EditForm editing={editing} label={t('settings')} fieldWords={(field) => t(field)}>
      <PageSection title={t('basics')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={t('name')} required maxLength={100} {...getInputProps('name')} />
          <Select
            label={t('distribution')}
            allowDeselect={false}
            data={distributions.map((own) => ({ value: own, label: t(`distributions.${own}`) }))}
            {...getInputProps('distribution')}
          />
          <WholeNumber
            label={t('priority')}
            description={t('priorityHint')}
            min={1}
            max={10}
            {...getInputProps('priority')}
          />
        </SimpleGrid>
      </PageSection>
      <PageSection title={t('serviceLevel')} text={t('serviceLevelHint')}>
        <Switch
          label={t('serviceLevelOn')}
          checked={values.serviceLevel !== null}
          onChange={(event) =>
            setFieldValue(
              'serviceLevel',
              event.currentTarget.checked ? ({ percent: 80, seconds: 60 } as ServiceLevel) : null,
            )
          }
        />
        {values.serviceLevel && (
          <Group align="start">
            <WholeNumber
              label={t('percent')}
              suffix=" %"
              min={1}
              max={100}
              required
              w={120}
              {...getInputProps('serviceLevel.percent')}
            />
            <DurationInput label={t('seconds')} min={1} required {...getInputProps('serviceLevel.seconds')} />
          </Group>
        )}
      </PageSection>
      <PageSection title={t('limits')}>
        <Switch
          label={t('maxWaitOn')}
          checked={values.maxWait !== null}
          onChange={(event) =>
            setFieldValue('maxWait', event.currentTarget.checked ? diverted<MaxWait>({ seconds: 600 }) : null)
          }
        />
        {values.maxWait && (
          <Group align="start">
            <DurationInput
              label={t('maxWaitSeconds')}
              min={1}
              required
              {...getInputProps('maxWait.seconds')}
            />
            <DiversionChoice what={t('maxWait')} {...getInputProps('maxWait.then')} />
          </Group>
        )}
        <Switch
          label={t('maxSizeOn')}
          checked={values.maxSize !== null}
          onChange={(event) =>
            setFieldValue('maxSize', event.currentTarget.checked ? diverted<MaxSize>({ tickets: 100 }) : null)
          }
        />
        {values.maxSize && (
          <Group align="start">
            <WholeNumber
              label={t('maxSizeTickets')}
              min={1}
              required
              w={200}
              {...getInputProps('maxSize.tickets')}
            />
            <DiversionChoice what={t('maxSize')} {...getInputProps('maxSize.then')} />
          </Group>
        )}
        {(overflows || values.overflowQueueId !== null) && (
          <Choice
            of="queues"
            label={t('overflowQueueId')}
            description={t('overflowHint')}
            clearable
            required={overflows}
            without={[queue.id]}
            maw={360}
            {...getInputProps('overflowQueueId')}
          />
        )}
      </PageSection>
      <PageSection title={t('opening')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Choice
            of="hours"
            label={t('businessHoursId')}
            placeholder={t('always')}
            clearable
            {...getInputProps('businessHoursId')}
          />
          {values.businessHoursId !== null && (
            <Select
              label={t('whenClosed')}
              placeholder={t('waits')}
              clearable
              data={diversions.map((own) => ({ value: own, label: t(`diversion.${own}`) }))}
              {...getInputProps('whenClosed')}
            />
          )}
        </SimpleGrid>
      </PageSection>
      <PageSection title={t('times')}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DurationInput
            label={t('wrapUpSeconds')}
            description={t('wrapUpHint')}
            {...getInputProps('wrapUpSeconds')}
          />
          <DurationInput
            label={t('firstResponseSeconds')}
            description={t('firstResponseHint')}
            min={1}
            {...getInputProps('firstResponseSeconds')}
          />
          <DurationInput
            label={t('resolutionSeconds')}
            description={t('resolutionHint')}
            min={1}
            {...getInputProps('resolutionSeconds')}
          />
        </SimpleGrid>
      </PageSection>
      <PageSection title={t('silence')} text={t('silenceHint')}>
        <Switch
          label={t('silenceOn')}
          checked={values.silence !== null}
          onChange={(event) =>
            setFieldValue(
              'silence',
              event.currentTarget.checked ? { warnAfterSeconds: 300, endAfterSeconds: 120 } : null,
            )
          }
        />
        {values.silence && (
          <Group align="start">
            <DurationInput
              label={t('warnAfterSeconds')}
              min={30}
              required
              {...getInputProps('silence.warnAfterSeconds')}
            />
            <DurationInput
              label={t('endAfterSeconds')}
              min={30}
              required
              {...getInputProps('silence.endAfterSeconds')}
            />
          </Group>
        )}
      </PageSection>
      <PageSection title={t('bot')} text={t('botHint')}>
        <Switch
          label={t('botOn')}
          checked={values.bot !== null}
          onChange={(event) =>
            setFieldValue(
              'bot',
              event.currentTarget.checked
                ? { apiClientId: null, handOverToQueueId: null as unknown as number, patienceSeconds: 30 }
                : null,
            )
          }
        />
        {values.bot && (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Choice
              of="apiClients"
              label={t('apiClientId')}
              description={t('apiClientHint')}
              clearable
              {...getInputProps('bot.apiClientId')}
            />
            <Choice
              of="queues"
              label={t('handOverToQueueId')}
              description={t('handOverHint')}
              required
              without={[queue.id]}
              {...getInputProps('bot.handOverToQueueId')}
            />
            <DurationInput
              label={t('patienceSeconds')}
              description={t('patienceHint')}
              min={5}
              required
              {...getInputProps('bot.patienceSeconds')}
            />
          </SimpleGrid>
        )}
      </PageSection>
    </EditForm>
  );
}

const diversions: Diversion[] = ['OVERFLOW', 'REFUSE', 'CALLBACK'];

function DiversionChoice({
  what,
  ...props
}: {
  what: string;
  value?: Diversion;
  onChange: (value: Diversion) => void;
}) {
  const { t } = useTranslation('admin-queues');
  return (
    <Select
      label={t('thenWhat')}
      aria-label={t('thenOf', { what })}
      data={diversions.map((own) => ({ value: own, label: t(`diversion.${own}`) }))}
      allowDeselect={false}
      w={{ base: '100%', xs: 280 }}
      {...props}
      onChange={(own) => own && props.onChange(own as Diversion)}
    />
  );
}
