import { describe, expect, it } from 'vitest';
import { changed, filtersOf, type Place, placeOf, searchOf } from './address';

describe('the address of the list of tickets', () => {
  it('tells all that is restricted, and how it is shown', () => {
    const place: Place = {
      view: 7,
      text: '12',
      status: 'RESOLVED',
      priority: 'HIGH',
      channel: 'CHAT',
      queue: 3,
      agent: 'me',
      group: 4,
      tags: [5, 6],
      due: 'soon',
      fields: { amount: '10..20', serial_number: 'SN-1' },
      sort: '-openedAt',
      columns: ['tags', 'fields.amount', 'agent'],
      ticket: 11,
    };
    expect(placeOf(searchOf(place))).toEqual(place);
    expect(searchOf(place)).toMatchObject({ tags: '5,6', columns: 'tags,fields.amount,agent' });
  });

  it('restricts nothing where it makes no sense', () => {
    expect(
      placeOf({
        view: 'x',
        text: 7,
        status: 'GONE',
        queue: 'all',
        agent: '3',
        tags: 'a,5,-1,5',
        sort: 'random()',
        ticket: 0,
        columns: '',
        'field.amount': '',
      }),
    ).toEqual({ text: '7', agent: 3, tags: [5], columns: [] });
  });

  it('leaves a view whose own restriction is changed, and keeps the others', () => {
    expect(filtersOf({ view: 'unassigned', queue: 3 })).toEqual({ status: 'OPEN', queue: 3 });
    expect(changed({ view: 'mine' }, { queue: 3 })).toEqual({ view: 'mine', queue: 3 });
    expect(changed({ view: 'mine', queue: 3 }, { agent: 4 })).toEqual({ queue: 3, agent: 4 });
    expect(changed({ view: 'unassigned', queue: 3 }, { status: undefined })).toEqual({ queue: 3 });
  });
});
