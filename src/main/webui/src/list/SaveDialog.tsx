import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../api/keys';
import type { SavedViewDetails } from '../api/schema';
import { messageOf } from '../app/problems';
import { useMe } from '../app/session';
import { groupsQuery } from '../tickets/queries';
import { type Place, searchOf } from './address';
import { named, numbered, One } from './One';
import { createView, deleteView, updateView } from './saved';

interface Props {
  /** The view to change; without one, a new one is made. */
  view: SavedViewDetails | undefined;
  place: Place;
  onClose: () => void;
}

/** Asks for the name of a view, and which others see it; a view that is there can be deleted. */
export default function SaveDialog({ view, place, onClose }: Props) {
  const { t } = useTranslation('list');
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const mayShare = me.roles.includes('supervisor') || me.roles.includes('admin');
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [groupId, setGroupId] = useState(view?.groupId ?? undefined);
  const groups = useQuery({ ...groupsQuery, enabled: mayShare }).data;
  const [deleting, setDeleting] = useState(false);
  const done = async (said: string, to: Place) => {
    onClose();
    notifications.show({ message: said });
    await client.invalidateQueries({ queryKey: keys.ticketViews.root });
    void navigate({ to: '/tickets', search: searchOf(to) as never });
  };
  const saving = useMutation({
    mutationFn: (asNew: boolean) => {
      const look = { name, shared, groupId, place };
      return view && !asNew ? updateView(view, look) : createView(look);
    },
    onSuccess: (saved) => done(t('viewSaved', { name: saved.name }), { ...place, view: saved.id }),
  });
  const removing = useMutation({
    mutationFn: (old: SavedViewDetails) => deleteView(old),
    onSuccess: () => done(t('viewDeleted'), { columns: place.columns }),
  });
  const problem = saving.error ?? removing.error;
  const blank = name.trim() === '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={view ? t(deleting ? 'deleteTitle' : 'editTitle', { name: view.name }) : t('viewTitle')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (deleting && view) {
            removing.mutate(view);
          } else if (!blank) {
            saving.mutate(false);
          }
        }}
      >
        <Stack>
          {deleting && view ? (
            <Text size="sm">{t(view.shared ? 'deleteShared' : 'deleteHint')}</Text>
          ) : (
            <>
              <TextInput
                label={t('viewName')}
                description={t('viewHint')}
                required
                maxLength={100}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                data-autofocus
              />
              {mayShare && (
                <Checkbox
                  label={t('shareView')}
                  description={t('shareHint')}
                  checked={shared}
                  onChange={(event) => setShared(event.currentTarget.checked)}
                />
              )}
              {mayShare && shared && (
                <One
                  label={t('shareWith')}
                  any={t('shareAll')}
                  choices={named(groups)}
                  value={groupId}
                  onChange={(value) => setGroupId(numbered(value))}
                  shown
                  size="sm"
                />
              )}
            </>
          )}
          {problem && (
            <Alert color="red" role="alert">
              {messageOf(problem)}
            </Alert>
          )}
          <Group justify="end" gap="xs">
            {view && !deleting && (
              <Button variant="subtle" color="red.8" onClick={() => setDeleting(true)} mr="auto">
                {t('deleteView')}
              </Button>
            )}
            <Button variant="default" onClick={deleting ? () => setDeleting(false) : onClose}>
              {t('common:cancel')}
            </Button>
            {view && !deleting && (
              <Button
                variant="default"
                disabled={blank || name.trim() === view.name}
                loading={saving.isPending && saving.variables}
                onClick={() => saving.mutate(true)}
              >
                {t('saveAs')}
              </Button>
            )}
            {deleting ? (
              <Button type="submit" color="red.8" loading={removing.isPending}>
                {t('common:delete')}
              </Button>
            ) : (
              <Button type="submit" disabled={blank} loading={saving.isPending && !saving.variables}>
                {t('common:save')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
