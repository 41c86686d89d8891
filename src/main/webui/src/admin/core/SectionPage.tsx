import { Anchor } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CollectionPage, type CollectionPageProps } from '../../ui/CollectionPage';
import { DeleteButton } from '../../ui/DeleteButton';
import type { Deletion } from '../../ui/DeleteDialog';
import { DetailPage } from '../../ui/DetailPage';
import { Page, type PageHead } from '../../ui/Page';
import type { QueryState } from '../../ui/QueryContent';
import './words';

interface InSection {
  section: string;
}

function useHead(section: string) {
  const { t } = useTranslation('admin');
  return { title: t(`section.${section}.title`), text: t(`section.${section}.text`) };
}

/** The page of a section, titled as in the navigation. */
export function SectionPage({
  section,
  ...rest
}: InSection & Omit<PageHead, 'title' | 'text'> & { children: ReactNode }) {
  return <Page {...useHead(section)} {...rest} />;
}

/** The page of a section that is a list; with a text of its own, where it needs another than the navigation. */
export function SectionCollection<T extends { id: number }>({
  section,
  ...rest
}: InSection & Omit<CollectionPageProps<T>, 'title'>) {
  return <CollectionPage {...useHead(section)} {...rest} />;
}

/** The page of one thing of a section's list, to which a link leads back. */
export function SectionDetail<T>({
  section,
  ...rest
}: InSection & {
  query: QueryState<T>;
  head: (data: T) => PageHead;
  children: (data: T) => ReactNode;
}) {
  const { title } = useHead(section);
  const back = (
    <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/$section" params={{ section }} />}>
      ‹ {title}
    </Anchor>
  );
  return <DetailPage title={title} back={back} {...rest} />;
}

/** Deletes one thing of a section's list, and goes back to that. */
export function SectionDelete({ section, ...rest }: InSection & Omit<Deletion, 'onDeleted'>) {
  const navigate = useNavigate();
  return (
    <DeleteButton {...rest} onDeleted={() => navigate({ to: '/admin/$section', params: { section } })} />
  );
}

/** The link from a list to the page of one of its things. */
export function DetailLink({ section, id, children }: InSection & { id: number; children: ReactNode }) {
  return (
    <Anchor
      fw={550}
      renderRoot={(props) => (
        <Link {...props} to="/admin/$section/$id" params={{ section, id: String(id) }} />
      )}
    >
      {children}
    </Anchor>
  );
}
