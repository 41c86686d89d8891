import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import type { PolicyView } from '../../api/schema';
import { EditForm } from '../../ui/EditForm';
import { useEditForm } from '../../ui/useEditForm';
import { policyQuery } from './queries';
import './words';

/** Gives a policy another name. */
export function RenamePolicy({ policy }: { policy: PolicyView }) {
  const { t } = useTranslation('admin-policies');
  const editing = useEditForm({
    ...policyQuery(policy.id),
    stored: policy,
    values: ({ name }) => ({ name }),
    save: (body, ifMatch) =>
      data(
        api.PUT('/api/v1/routing-policies/{id}', {
          params: { path: { id: policy.id }, header: { 'If-Match': ifMatch } },
          body,
        }),
      ),
    changes: keys.policies.root,
  });
  return (
    <EditForm editing={editing} label={t('rename')} fieldWords={(field) => t(field)}>
      <TextInput
        label={t('name')}
        required
        maxLength={100}
        data-autofocus
        {...editing.form.getInputProps('name')}
      />
    </EditForm>
  );
}
