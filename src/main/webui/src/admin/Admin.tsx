import { Anchor, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFound } from '../app/found';
import { usePrefetch } from '../parts/parts';
import { useKeys } from '../ui/keys';
import './core/words';
import classes from './Admin.module.css';
import { type Section, sectionGroups, sections } from './sections';

const later = sections.map(({ page }) => page);

/** What surrounds all settings; without one of them, a list of all. */
export function Admin() {
  const { t } = useTranslation('admin');
  const { section } = useParams({ strict: false });
  usePrefetch(later);
  return section === undefined ? (
    <Start />
  ) : (
    <div className={classes.frame}>
      <nav className={classes.side} aria-label={t('sections')}>
        <Stack gap="md">
          <Anchor component={Link} to="/admin" c="inherit" fw={650} px="xs">
            {t('title')}
          </Anchor>
          {sectionGroups.map((group) => (
            <div key={group}>
              <div className={classes.groupTitle} id={`admin-${group}`}>
                {t(`group.${group}`)}
              </div>
              <ul className={classes.list} aria-labelledby={`admin-${group}`}>
                {sections
                  .filter((own) => own.group === group)
                  .map((own) => (
                    <li key={own.path}>
                      <Link
                        to="/admin/$section"
                        params={{ section: own.path }}
                        className={classes.link}
                        data-active={own.path === section || undefined}
                        aria-current={own.path === section ? 'page' : undefined}
                        onMouseEnter={() => preload(own)}
                        onFocus={() => preload(own)}
                      >
                        <own.icon size={16} aria-hidden />
                        {t(`section.${own.path}.title`)}
                      </Link>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </Stack>
      </nav>
      <div>
        <Anchor component={Link} to="/admin" size="sm" className={classes.home} mb="xs">
          <IconArrowLeft size={14} aria-hidden /> {t('title')}
        </Anchor>
        <Outlet />
      </div>
    </div>
  );
}

function preload(section: Section) {
  void section.page.preload();
}

function Start() {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useDocumentTitle(`${t('title')} – Patchbay`);
  useKeys([['/', () => input.current?.focus()]]);
  const shown = sections.filter((section) =>
    ['title', 'text', 'also'].some((word) => isFound(t(`section.${section.path}.${word}`), text)),
  );
  return (
    <Stack gap="xl" maw={1120} mx="auto">
      <Stack gap="xs">
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <Text c="dimmed">{t('lead')}</Text>
        <TextInput
          ref={input}
          type="search"
          aria-label={t('find')}
          placeholder={t('find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maw={420}
        />
      </Stack>
      <Text role="status" hidden={shown.length > 0}>
        {shown.length === 0 && t('nothingFound')}
      </Text>
      {sectionGroups.map((group) => {
        const inGroup = shown.filter((section) => section.group === group);
        return (
          inGroup.length > 0 && (
            <section key={group} aria-labelledby={`start-${group}`}>
              <Title order={2} size="h5" mb="xs" id={`start-${group}`}>
                {t(`group.${group}`)}
              </Title>
              <ul className={classes.cards}>
                {inGroup.map((section) => (
                  <li key={section.path}>
                    <Link
                      to="/admin/$section"
                      params={{ section: section.path }}
                      className={classes.card}
                      onMouseEnter={() => preload(section)}
                      onFocus={() => preload(section)}
                    >
                      <section.icon size={22} className={classes.cardIcon} aria-hidden />
                      <span>
                        <Text component="span" display="block" fw={600}>
                          {t(`section.${section.path}.title`)}
                        </Text>
                        <Text component="span" display="block" size="sm" c="dimmed">
                          {t(`section.${section.path}.text`)}
                        </Text>
                      </span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </Stack>
  );
}
