import { describe, expect, it } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

const plainDay = [{ opens: '08:00', closes: '17:00' }];

describe('settings that cannot be right', () => {
  it.each<[string, object]>([
    ['a zone there is none of', { timeZone: 'Asia/Langgan' }],
    ['no zone', { timeZone: '' }],
    ['a zone with a line break', { timeZone: 'Asia/Jakarta\n' }],
    ['a zone too long', { timeZone: 'A'.repeat(70) }],
    ['a holiday there is none of', { holidays: [{ on: '2026-02-30', name: '' }] }],
    ['a holiday without a day', { holidays: [{ name: 'Lebaran' }] }],
    ['holidays without end', { holidays: Array(401).fill({ on: '2026-01-01', name: '' }) }],
    ['a week of six days', { businessHours: Array(6).fill(plainDay) }],
    [
      'hours that end before they begin',
      { businessHours: Array(7).fill([{ opens: '17:00', closes: '08:00' }]) },
    ],
    [
      'hours there are none of',
      { businessHours: Array(7).fill([{ opens: '08:60', closes: '25:00' }]) },
    ],
    ['no hours at all', { businessHours: null }],
    ['a service level of no minutes', { serviceLevels: { light: { answerMinutes: 0 } } }],
  ])('are refused: %s', async (_, input) => {
    const shop = await tempShop();
    const before = (await shop.ask('settings.get', {})).settings;
    expect(await shop.fail('settings.update', input)).toMatchObject({ code: 'VALIDATION' });
    expect((await shop.ask('settings.get', {})).settings).toEqual(before);
  });

  it.each<[string, object]>([
    ['never open', { businessHours: Array(7).fill([]) }],
    [
      'open one minute a week',
      { businessHours: [[{ opens: '00:00', closes: '00:01' }], ...Array(6).fill([])] },
    ],
    [
      'overlapping hours',
      {
        businessHours: Array(7).fill([
          { opens: '08:00', closes: '12:00' },
          { opens: '10:00', closes: '24:00' },
        ]),
      },
    ],
    ['a zone by its offset', { timeZone: '+07:00' }],
    [
      'the same holiday twice',
      {
        holidays: [
          { on: '2026-06-15', name: '' },
          { on: '2026-06-15', name: '' },
        ],
      },
    ],
  ])('are lived with: %s', async (_, input) => {
    const shop = await tempShop();
    await shop.ask('settings.update', input);
    const { id } = await shop.ask('complaints.create', {
      channel: 'visit',
      title: 'Apek',
      words: 'Apek',
    });
    await shop.app.remind();
    expect((await shop.ask('complaints.get', { id })).clock).not.toBeNull();
    expect((await shop.ask('complaints.list', {})).rows).toHaveLength(1);
    await shop.ask('followUps.counts', {});
  });
});

describe('a stored setting that cannot be read', () => {
  it.each([
    ['timeZone', '"Mars/Olympus"'],
    ['holidays', '[{"on":"kapan"}]'],
    ['businessHours', '[[{}]]'],
  ])('takes none of the others with it: %s', async (key, value) => {
    const shop = await tempShop((raw: RawHandle) => {
      const write = raw.prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)');
      write.run('shopName', '"Sekar Pagi"');
      write.run('authorityMinor', '12300');
      write.run(key, value);
    });
    const { settings, isSetUp } = await shop.ask('settings.get', {});
    expect({ ...settings, isSetUp }).toMatchObject({
      shopName: 'Sekar Pagi',
      authorityMinor: 12_300,
      timeZone: 'Asia/Jakarta',
      isSetUp: true,
    });
    expect((await shop.ask('complaints.list', {})).rows).toEqual([]);
  });
});
