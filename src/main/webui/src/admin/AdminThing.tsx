import { useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PageSkeleton } from '../ui/PageSkeleton';
import { Unknown } from './AdminSection';
import { sections } from './sections';

export function AdminThing() {
  const { section, id } = useParams({ strict: false });
  const Page = sections.find((own) => own.path === section)?.thing;
  return Page ? (
    <Suspense fallback={<PageSkeleton />}>
      <Page key={`${section}/${id}`} />
    </Suspense>
  ) : (
    <Unknown />
  );
}
