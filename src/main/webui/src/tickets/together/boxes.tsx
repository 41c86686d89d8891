import { useTranslation } from 'react-i18next';
import './choosing.words';
import type { useChosen } from './useChosen';

/** The box above a list, for all that it shows. */
export function SelectAll({
  choice: { selected, all, chooseAll, clear },
  disabled = false,
}: {
  choice: ReturnType<typeof useChosen>;
  disabled?: boolean;
}) {
  const { t } = useTranslation('together');
  return (
    <input
      type="checkbox"
      aria-label={t('selectAll')}
      disabled={disabled}
      checked={all}
      ref={(box) => {
        if (box) {
          box.indeterminate = selected.length > 0 && !all;
        }
      }}
      onChange={() => (all ? clear() : chooseAll())}
    />
  );
}

/** The box of one ticket; with Shift, of those up to the one before too. */
export function Select({
  id,
  chosen,
  onChoose,
}: {
  id: number;
  chosen: boolean;
  onChoose: (id: number, range: boolean) => void;
}) {
  const { t } = useTranslation('together');
  return (
    <input
      type="checkbox"
      aria-label={t('select', { id })}
      checked={chosen}
      onChange={({ nativeEvent }) => onChoose(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
    />
  );
}
