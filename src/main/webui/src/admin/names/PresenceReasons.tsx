import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { NamedThings } from './NamedThings';
import './words';

const reasons = {
  section: 'reasons',
  keys: keys.reasons,
  read: (after: string | undefined, limit: number) =>
    data(api.GET('/api/v1/presence-reasons', { params: { query: { limit, ...(after && { after }) } } })),
  one: (id: number) => data(api.GET('/api/v1/presence-reasons/{id}', { params: { path: { id } } })),
  make: (body: { name: string }) => data(api.POST('/api/v1/presence-reasons', { body })),
  change: (id: number, body: { name: string }, ifMatch: string) =>
    data(
      api.PUT('/api/v1/presence-reasons/{id}', {
        params: { path: { id }, header: { 'If-Match': ifMatch } },
        body,
      }),
    ),
  remove: (id: number, ifMatch: string) =>
    data(
      api.DELETE('/api/v1/presence-reasons/{id}', {
        params: { path: { id }, header: { 'If-Match': ifMatch } },
      }),
    ),
};

export function PresenceReasons() {
  const { t } = useTranslation('admin-names');
  return (
    <NamedThings
      kind={reasons}
      texts={{ new: t('newReason'), none: t('noReasons'), hint: t('noReasonsHint'), gone: t('reasonGone') }}
    />
  );
}
