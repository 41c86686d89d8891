import { ActionIcon, Anchor, CloseButton, FileButton, Loader, Text } from '@mantine/core';
import { IconAlertCircle, IconFile, IconPaperclip } from '@tabler/icons-react';
import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentView } from '../../api/schema';
import classes from './Attached.module.css';
import { addressOf, type Chosen, type Files, isPicture } from './files';
import './words';

/** The files of a message. */
export function Attached({ files }: { files: readonly AttachmentView[] }) {
  const { i18n } = useTranslation('conversation');
  return (
    <FileList files={files}>
      {(file) => (
        <Anchor
          href={addressOf(file)}
          target="_blank"
          rel="noopener"
          download={isPicture(file.type) ? undefined : file.name}
          className={classes.file}
          data-testid="attached"
        >
          {isPicture(file.type) ? (
            <img
              src={addressOf(file, file.hasPreview)}
              alt={file.name}
              width={file.width ?? undefined}
              height={file.height ?? undefined}
              loading="lazy"
              className={classes.picture}
            />
          ) : (
            <>
              <IconFile size={20} aria-hidden className={classes.icon} />
              <bdi className={classes.name}>{file.name}</bdi>
              <span className={classes.size}>{sizeOf(file.size, i18n.language)}</span>
            </>
          )}
        </Anchor>
      )}
    </FileList>
  );
}

interface FileListProps {
  files: readonly AttachmentView[];
  children: (file: AttachmentView) => ReactNode;
}

/** Files, each as its page gives it out, and those that nobody gets. */
export function FileList({ files, children }: FileListProps) {
  const { t } = useTranslation('conversation');
  return (
    <ul className={classes.files} aria-label={t('files')}>
      {files.map((file) => (
        <li key={file.id}>
          {file.state === 'INFECTED' ? (
            <Text size="sm" c="red">
              {t('infected', { name: file.name })}
            </Text>
          ) : (
            children(file)
          )}
        </li>
      ))}
    </ul>
  );
}

/** Chooses files for the next message. */
export function FileChoice({ files, small }: { files: Files; small?: boolean }) {
  const { t } = useTranslation('conversation');
  return (
    <FileButton multiple onChange={files.add}>
      {(props) => (
        <ActionIcon
          {...props}
          variant="subtle"
          color="gray"
          size={small ? undefined : 42}
          radius="md"
          aria-label={t('attach')}
          title={t('attach')}
        >
          <IconPaperclip size={small ? 18 : 20} />
        </ActionIcon>
      )}
    </FileButton>
  );
}

/** The files that are chosen, each with what became of it. */
export function ChosenFiles({ files }: { files: Files }) {
  return files.chosen.length > 0 ? (
    <ul className={classes.chosen}>
      {files.chosen.map((each) => (
        <ChosenFile key={each.key} chosen={each} onRemove={() => files.remove(each)} />
      ))}
    </ul>
  ) : null;
}

function ChosenFile({ chosen, onRemove }: { chosen: Chosen; onRemove: () => void }) {
  const { t } = useTranslation('conversation');
  const { name, attachment, refused } = chosen;
  const label = t('detach', { name });
  return (
    <li
      className={classes.choice}
      data-refused={refused !== undefined || undefined}
      data-testid="chosen-file"
    >
      {refused ? (
        <IconAlertCircle size={16} aria-hidden />
      ) : attachment ? (
        <IconFile size={16} aria-hidden />
      ) : (
        <Loader size={14} aria-label={t('attaching')} />
      )}
      <span className={classes.name}>
        <bdi>{name}</bdi>
        {refused && <span role="alert"> {refused}</span>}
      </span>
      <CloseButton size="sm" aria-label={label} title={label} onClick={onRemove} />
    </li>
  );
}

/** Takes what is dropped on a form, or pasted into it, as files. */
export function takingFiles(files: Files) {
  const take = (event: DragEvent | ClipboardEvent, list: FileList) => {
    if (list.length > 0) {
      event.preventDefault();
      files.add([...list]);
    }
  };
  return {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => take(event, event.dataTransfer.files),
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData.files),
  };
}

function sizeOf(bytes: number, language: string): string {
  const [unit, divisor] =
    bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    maximumFractionDigits: bytes / divisor < 10 ? 1 : 0,
  }).format(bytes / divisor);
}
