import { useCallback, useState } from 'react';
import { api, data, newKey } from '../../api/client';
import type { AttachmentView } from '../../api/schema';
import { messageOf } from '../../app/problems';

/** So many go with one message. */
export const MOST_FILES = 15;
const PREVIEW = 320;
const PREVIEW_TYPE = 'image/webp';

/** A file that somebody chose, on its way to the server. */
export interface Chosen {
  key: string;
  name: string;
  attachment?: AttachmentView;
  refused?: string;
}

/** The files that go with the next message. They are sent as they are chosen, so the message need not wait. */
export function useFiles() {
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const change = useCallback(
    (key: string, change: Partial<Chosen>) =>
      setChosen((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each))),
    [],
  );
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files.slice(0, MOST_FILES)) {
        const key = newKey();
        setChosen((all) => (all.length < MOST_FILES ? [...all, { key, name: file.name }] : all));
        upload(file).then(
          (attachment) => change(key, { name: attachment.name, attachment }),
          (problem) => change(key, { refused: messageOf(problem) }),
        );
      }
    },
    [change],
  );
  const remove = useCallback(({ key, attachment }: Chosen) => {
    setChosen((all) => all.filter((each) => each.key !== key));
    if (attachment) {
      // Where that fails, the server removes it after a day.
      api
        .DELETE('/api/v1/attachments/{id}', { params: { path: { id: attachment.id } } })
        .catch(() => undefined);
    }
  }, []);
  /** Puts in what was sent to the server before. */
  const restore = useCallback(
    (attachments: readonly AttachmentView[]) =>
      setChosen((all) => [
        ...all,
        ...attachments.map((attachment) => ({ key: newKey(), name: attachment.name, attachment })),
      ]),
    [],
  );
  const clear = useCallback(() => setChosen([]), []);
  return {
    chosen,
    add,
    remove,
    restore,
    clear,
    ready: chosen.flatMap(({ attachment }) => attachment ?? []),
    waits: chosen.some(({ attachment, refused }) => !attachment && !refused),
  };
}

export type Files = ReturnType<typeof useFiles>;

async function upload(file: File): Promise<AttachmentView> {
  const kept = await data(
    api.POST('/api/v1/attachments', {
      params: { query: { name: file.name } },
      ...bytes(file, file.type),
    }),
  );
  const preview = await previewOf(file, kept).catch(() => null);
  if (preview) {
    const path = { params: { path: { id: kept.id } } };
    await api
      .PUT('/api/v1/attachments/{id}/preview', { ...path, ...bytes(preview, PREVIEW_TYPE) })
      .catch(() => undefined);
  }
  return kept;
}

/** The body as it is. */
function bytes(content: Blob, type: string) {
  return {
    body: content as unknown as string,
    bodySerializer: () => content,
    headers: { 'Content-Type': type || 'application/octet-stream' },
  };
}

/** A small picture, drawn anew: it has nothing of what a camera writes beside the picture, as where it was taken. */
async function previewOf(file: File, { type }: AttachmentView): Promise<Blob | null> {
  if (!isPicture(type)) {
    return null;
  }
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, PREVIEW / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, PREVIEW_TYPE, 0.8));
}

export function isPicture(type: string): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(type);
}

export function addressOf({ id }: Pick<AttachmentView, 'id'>, preview = false): string {
  return `/api/v1/attachments/${id}${preview ? '/preview' : ''}`;
}
