import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

export interface PageHead {
  title: string;
  text?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Behind the title, as a badge. */
  mark?: ReactNode;
}

/** A page with its head; the browser's title is that of the page. */
export function Page({
  title,
  text,
  actions,
  mark,
  back,
  children,
}: PageHead & {
  /** Above the title: the link to what this page belongs to. */
  back?: ReactNode;
  children: ReactNode;
}) {
  useDocumentTitle(`${title} – Patchbay`);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="end" gap="sm">
        <Box miw={0}>
          {back}
          <Group gap="sm">
            <Title order={1} size="h2" lineClamp={2}>
              {title}
            </Title>
            {mark}
          </Group>
          {text && (
            <Text c="dimmed" maw={640}>
              {text}
            </Text>
          )}
        </Box>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
