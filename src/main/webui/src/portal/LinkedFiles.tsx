import { Loader, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '../api/client';
import { keys } from '../api/keys';
import type { AttachmentView } from '../api/schema';
import { messageOf } from '../app/problems';
import { FileList } from '../tickets/conversation/Attached';
import classes from '../tickets/conversation/Attached.module.css';
import { isPicture } from '../tickets/conversation/files';
import './linkedCase.words';

const WHILE_LOADED = 60_000;

interface Props {
  link: string;
  files: readonly AttachmentView[];
}

/** Files of a case that a link leads to. They come by requests with the link in a header: no address has it. */
export function LinkedFiles({ link, files }: Props) {
  return <FileList files={files}>{(file) => <File link={link} file={file} />}</FileList>;
}

function File({ link, file }: { link: string; file: AttachmentView }) {
  const { t } = useTranslation('linkedCase');
  const keep = useMutation({
    mutationFn: async () => keepAs(file.name, await bytesOf(link, file)),
    onError: (problem) => notifications.show({ message: messageOf(problem), color: 'red' }),
  });
  return (
    <UnstyledButton
      className={classes.file}
      onClick={() => keep.mutate()}
      aria-label={t('download', { name: file.name })}
      data-testid="attached"
    >
      {keep.isPending ? <Loader size={20} /> : <IconFile size={20} aria-hidden className={classes.icon} />}
      {isPicture(file.type) ? (
        <Picture link={link} file={file} />
      ) : (
        <bdi className={classes.name}>{file.name}</bdi>
      )}
    </UnstyledButton>
  );
}

function Picture({ link, file }: { link: string; file: AttachmentView }) {
  const { data: bytes } = useQuery({
    queryKey: keys.linkedPicture(link, file.id),
    queryFn: () => bytesOf(link, file, file.hasPreview),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (bytes) {
      const made = URL.createObjectURL(bytes);
      setAddress(made);
      return () => URL.revokeObjectURL(made);
    }
  }, [bytes]);
  return address ? (
    <img src={address} alt={file.name} className={classes.picture} />
  ) : (
    <bdi className={classes.name}>{file.name}</bdi>
  );
}

async function bytesOf(link: string, { id }: AttachmentView, preview = false): Promise<Blob> {
  const asked = { params: { header: { 'Case-Link': link }, path: { id } }, parseAs: 'blob' } as const;
  return data(
    preview
      ? api.GET('/api/v1/case/attachments/{id}/preview', asked)
      : api.GET('/api/v1/case/attachments/{id}', asked),
  ) as Promise<Blob>;
}

function keepAs(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), WHILE_LOADED);
}
