import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../api/schema';
import { stateOf } from './states';

/** What a reader is told when requests change by themselves. */
export function useSpokenChanges(requests: TicketView[]): string {
  const { t } = useTranslation('portal');
  const before = useRef(new Map<number, string>());
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const changed = requests.filter((request) => {
      const known = before.current.get(request.id);
      return known !== undefined && known !== request.status;
    });
    before.current = new Map(requests.map((request) => [request.id, request.status]));
    if (changed.length > 0) {
      setSpoken(
        changed
          .map((request) =>
            t('changed', { request: t('request', { id: request.id }), state: stateOf(t, request) }),
          )
          .join(' '),
      );
    }
  }, [requests, t]);
  return spoken;
}
