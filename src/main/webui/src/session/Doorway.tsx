import { Box, Center, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../app/Logo';
import classes from './Doorway.module.css';

/** What those see who are not signed in. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('session');
  return (
    <Box className={classes.page}>
      <Center mih="100dvh" p="md">
        <Stack w="100%" maw={400} gap="lg">
          <Stack gap={4} align="center">
            <Logo />
            <Text c="dimmed" size="sm" ta="center">
              {t('tagline')}
            </Text>
          </Stack>
          <Paper component="main" withBorder shadow="sm" p="xl" radius="lg">
            <Title order={1} size="h3" mb="md">
              {title}
            </Title>
            {children}
          </Paper>
        </Stack>
      </Center>
    </Box>
  );
}
