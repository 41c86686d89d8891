import '../app/common.words';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeQueryClient, Providers } from '../app/Providers';
import { KeyHint, KeyNames, KeysByPlace } from './KeyNames';
import { keysOf, useKeys } from './keys';

const press = (key: string, code: string, shiftKey = false) => keysOf({ key, code, shiftKey });

function Sheet() {
  return (
    <Providers client={makeQueryClient()}>
      <KeysByPlace />
      <div data-testid="keys">
        <KeyNames keys="R / 1 Esc" />
      </div>
      <button type="button">
        Resolve <KeyHint name="R" />
      </button>
    </Providers>
  );
}

describe('keys', () => {
  beforeEach(() => void press('a', 'KeyA'));
  afterEach(() => vi.unstubAllGlobals());

  it('are what they write where that is Latin, wherever they are', () => {
    expect(press('a', 'KeyQ')).toEqual(['a']);
    expect(press('é', 'Digit2')).toEqual(['é']);
    expect(press('/', 'Period', true)).toEqual(['/']);
    expect(press('Enter', 'Enter')).toEqual(['Enter']);
    expect(press(' ', 'Space')).toEqual([' ']);
  });

  it('are what stands in their place where they write another script', () => {
    for (const [written, code, place] of [
      ['к', 'KeyR', 'r'],
      ['К', 'KeyR', 'r'],
      ['ρ', 'KeyR', 'r'],
      ['ر', 'KeyV', 'v'],
      ['١', 'Digit1', '1'],
      ['Process', 'KeyR', 'r'],
      ['ㄱ', 'KeyR', 'r'],
    ] as const) {
      expect(press(written, code)[0], written).toBe(place);
    }
  });

  it('are meant by their places once the keyboard has written another script', () => {
    press('ק', 'KeyE');
    expect(press('.', 'Slash')).toEqual(['/', '.']);
    expect(press(',', 'Slash', true)).toEqual(['?', ',']);
    expect(press('/', 'KeyQ')).toEqual(['q']);
    expect(press('?', 'Digit7', true)).toEqual(['?']);
    expect(press('Escape', 'Escape')).toEqual(['Escape']);
    press('e', 'KeyE');
    expect(press('.', 'Slash')).toEqual(['.']);
  });

  it('do what the page says, with what is held down, and not where somebody types', () => {
    const done: string[] = [];
    function Page() {
      useKeys([
        ['r', () => done.push('r')],
        ['mod+Z', () => done.push('undo')],
        ['shift+?', () => done.push('sheet')],
      ]);
      return <input aria-label="text" />;
    }
    render(<Page />);
    fireEvent.keyDown(document.body, { key: 'к', code: 'KeyR' });
    fireEvent.keyDown(document.body, { key: 'я', code: 'KeyZ', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: ',', code: 'Slash', shiftKey: true });
    fireEvent.keyDown(document.body, { key: 'к', code: 'KeyR', ctrlKey: true });
    fireEvent.keyDown(screen.getByLabelText('text'), { key: 'к', code: 'KeyR' });
    expect(done).toEqual(['r', 'undo', 'sheet']);
  });

  it('are told as they are written on this keyboard, where the browser knows it', async () => {
    const layout = new Map([
      ['KeyA', 'ф'],
      ['KeyR', 'к'],
      ['Slash', '.'],
      ['Digit1', '1'],
    ]);
    Object.defineProperty(navigator, 'keyboard', {
      value: { getLayoutMap: () => Promise.resolve(layout) },
      configurable: true,
    });
    render(<Sheet />);
    expect(await screen.findByText('Resolve')).toHaveTextContent('Resolve К');
    expect(screen.getByRole('button')).toHaveAccessibleName('Resolve');
    expect(screen.getByTestId('keys')).toHaveTextContent('К (R) . (/) 1 Esc');
    expect(screen.getByText(/keys work by their place/)).toBeVisible();
    Reflect.deleteProperty(navigator, 'keyboard');
  });

  it('are told by the places alone, where the browser does not, and as they are where all is Latin', () => {
    render(<Sheet />);
    expect(screen.getByTestId('keys')).toHaveTextContent('R / 1 Esc');
    expect(screen.queryByText(/by their place/)).not.toBeInTheDocument();
    act(() => void press('к', 'KeyR'));
    expect(screen.getByTestId('keys')).toHaveTextContent('R / 1 Esc');
    expect(screen.getByText(/keys work by their place/)).toBeVisible();
  });
});
