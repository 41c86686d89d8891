import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeZones } from '../app/timeZones';
import './words';

interface OrganisationForm {
  getInputProps: (path: 'hostName' | 'timeZone') => object;
}

/** What can be changed of an organisation beside its name. */
export function OrganisationFields({ form }: { form: OrganisationForm }) {
  const { t } = useTranslation('operations');
  return (
    <>
      <TextInput
        label={t('hostName')}
        description={t('hostNameHint')}
        maxLength={190}
        {...form.getInputProps('hostName')}
      />
      <Select
        label={t('timeZone')}
        searchable
        limit={50}
        data={timeZones}
        allowDeselect={false}
        {...form.getInputProps('timeZone')}
      />
    </>
  );
}
