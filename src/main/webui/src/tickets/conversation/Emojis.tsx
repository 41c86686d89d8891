import { Tabs } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenPanel } from '../../ui/OpenPanel';
import classes from './Emojis.module.css';
import './emojis.words';

const LATELY = 'patchbay-emojis';
const MOST_LATELY = 24;
const ROW = 8;

const groups = {
  faces:
    '😀 😃 😄 😁 😅 😂 🙂 🙃 😉 😊 😇 🥰 😍 😘 😋 😎 🤓 🤔 🤗 🤩 😐 😶 🙄 😏 😌 😔 😴 😷 🤒 🤕 😵 🥳 😟 🙁 😮 😲 😳 🥺 😢 😭 😱 😤 😠 🤯',
  hands: '👍 👎 👌 ✌️ 🤞 🤙 👈 👉 👆 👇 ☝️ 👋 🤚 ✋ 👏 🙌 🙏 🤝 💪 ✍️ 🤷 🤦 🙋 💁',
  things: '📦 📬 ✉️ 📧 📞 📱 💻 🖨️ 🔧 🔨 ⚙️ 🔑 🔒 🔔 📎 📄 📷 🧾 💶 💳 🎁 🛒 🚚 ✈️ 🏠 🏢 ⏰ 📅 ☕ 🍰 🎉 🔋',
  signs: '✅ ❌ ❗ ❓ ⚠️ ℹ️ 🔴 🟡 🟢 ⭐ ✨ 🔥 💡 💬 👀 ❤️ 🧡 💛 💚 💙 💜 💔 ➡️ ⬅️ ⬆️ ⬇️ 🔁 ☀️ 🌧️ ❄️ 🍀 🌍',
} as const;

type Group = keyof typeof groups | 'lately';

function lately(): string[] {
  try {
    return JSON.parse(localStorage.getItem(LATELY) ?? '[]');
  } catch {
    return [];
  }
}

function remember(emoji: string): void {
  try {
    const others = lately().filter((each) => each !== emoji);
    localStorage.setItem(LATELY, JSON.stringify([emoji, ...others].slice(0, MOST_LATELY)));
  } catch {
    // It is not among the latest next time.
  }
}

interface Props {
  button: HTMLElement;
  onChoose: (emoji: string) => void;
  onClose: () => void;
}

/** Small pictures for a text. Readers call them by their own names. */
export default function Emojis({ button, onChoose, onClose }: Props) {
  const { t } = useTranslation('emojis');
  const known = lately();
  const [group, setGroup] = useState<Group>(known.length > 0 ? 'lately' : 'faces');
  const shown = group === 'lately' ? known : groups[group].split(' ');
  return (
    <OpenPanel button={button} label={t('title')} width={312} padding={8} onClose={onClose}>
      <Tabs value={group} onChange={(next) => next && setGroup(next as Group)} variant="pills">
        <Tabs.List aria-label={t('groups')} mb={6}>
          {known.length > 0 && (
            <Tabs.Tab value="lately" size="xs" p={6} aria-label={t('lately')} title={t('lately')}>
              🕘
            </Tabs.Tab>
          )}
          {(Object.keys(groups) as (keyof typeof groups)[]).map((each) => (
            <Tabs.Tab key={each} value={each} p={6} aria-label={t(each)} title={t(each)}>
              {groups[each].split(' ')[0]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={group}>
          <Grid
            key={group}
            emojis={shown}
            label={t(group)}
            onChoose={(emoji) => {
              remember(emoji);
              onChoose(emoji);
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </OpenPanel>
  );
}

function Grid({
  emojis,
  label,
  onChoose,
}: {
  emojis: string[];
  label: string;
  onChoose: (emoji: string) => void;
}) {
  const [active, setActive] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: ROW, ArrowUp: -ROW }[event.key];
    const next = active + (by ?? 0);
    if (by !== undefined && next >= 0 && next < emojis.length) {
      event.preventDefault();
      setActive(next);
      box.current?.querySelectorAll('button')[next]?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has other keys
    <div ref={box} role="group" aria-label={label} className={classes.grid} onKeyDown={onKeyDown}>
      {emojis.map((emoji, index) => (
        <button
          key={emoji}
          type="button"
          tabIndex={index === active ? 0 : -1}
          data-autofocus={index === 0 || undefined}
          className={classes.emoji}
          onFocus={() => setActive(index)}
          onClick={() => onChoose(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}
