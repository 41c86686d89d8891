import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, data } from '../../api/client';
import { versionsQuery } from './queries';

/** A draft that begins empty, or with the rules of another version. */
export function NewDraft({
  policyId,
  from,
  label,
  subtle = false,
  onMade,
}: {
  policyId: number;
  from?: number;
  label: string;
  subtle?: boolean;
  onMade: (number: number) => void;
}) {
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      data(
        api.POST('/api/v1/routing-policies/{id}/versions', {
          params: { path: { id: policyId } },
          body: from === undefined ? { rules: [] } : { copyOf: from },
        }),
      ),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: versionsQuery(policyId).queryKey });
      onMade(made.number);
    },
  });
  return (
    <Button
      variant={subtle ? 'default' : 'filled'}
      size={subtle ? 'xs' : 'sm'}
      leftSection={<IconPlus size={16} aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate()}
    >
      {label}
    </Button>
  );
}
