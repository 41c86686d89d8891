import { useTranslation } from 'react-i18next';
import { api, data } from '../../api/client';
import { keys } from '../../api/keys';
import { NamedThings } from './NamedThings';
import './words';

const skills = {
  section: 'skills',
  keys: keys.skills,
  read: (after: string | undefined, limit: number) =>
    data(api.GET('/api/v1/skills', { params: { query: { limit, ...(after && { after }) } } })),
  one: (id: number) => data(api.GET('/api/v1/skills/{id}', { params: { path: { id } } })),
  make: (body: { name: string }) => data(api.POST('/api/v1/skills', { body })),
  change: (id: number, body: { name: string }, ifMatch: string) =>
    data(api.PUT('/api/v1/skills/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch } }, body })),
  remove: (id: number, ifMatch: string) =>
    data(api.DELETE('/api/v1/skills/{id}', { params: { path: { id }, header: { 'If-Match': ifMatch } } })),
};

export function Skills() {
  const { t } = useTranslation('admin-names');
  return (
    <NamedThings
      kind={skills}
      texts={{ new: t('newSkill'), none: t('noSkills'), hint: t('noSkillsHint'), gone: t('skillGone') }}
    />
  );
}
