import { Anchor, Box, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './words';
import classes from './core.module.css';

interface Props {
  title: string;
  text?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** Behind the title, as a badge. */
  mark?: ReactNode;
  children: ReactNode;
}

/** A page of the administration. */
export function Page({ title, text, actions, mark, children }: Props) {
  const { t } = useTranslation('admin');
  const { section, id } = useParams({ strict: false });
  useDocumentTitle(`${title} – Patchbay`);
  return (
    <Stack gap="md" className={classes.area}>
      <Group justify="space-between" align="end" gap="sm">
        <Box miw={0}>
          {section && id !== undefined && (
            <Anchor
              size="sm"
              renderRoot={(props) => <Link {...props} to="/admin/$section" params={{ section }} />}
            >
              ‹ {t(`section.${section}.title`)}
            </Anchor>
          )}
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

/** The page of a section's list, titled as in the navigation. */
export function SectionPage({ section, ...rest }: { section: string } & Omit<Props, 'title' | 'text'>) {
  const { t } = useTranslation('admin');
  return <Page title={t(`section.${section}.title`)} text={t(`section.${section}.text`)} {...rest} />;
}

/** A part of a page with a title. */
export function Part({
  title,
  text,
  actions,
  children,
}: {
  title: string;
  text?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" align="start" gap="xs">
          <div>
            <Title order={2} size="h4">
              {title}
            </Title>
            {text && (
              <Text size="sm" c="dimmed" maw={640}>
                {text}
              </Text>
            )}
          </div>
          {actions}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}

/** The link from a list to the page of one of its things. */
export function ThingLink({ section, id, children }: { section: string; id: number; children: ReactNode }) {
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
