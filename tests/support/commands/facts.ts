/** What commands are sent with, as a form would have written it. */
export const contact = { channel: 'call', direction: 'out', topic: 'contact', text: 'Halo' };
export const plan = { dueOn: '2026-06-22', reason: 'Tanya' };
export const review = {
  customerId: 1,
  platform: 'google',
  rating: 2,
  text: '',
  postedOn: '2026-06-01',
};
export const policy = { productId: 1, months: 6, covers: 'mesin' };
export const template = { name: 'Maaf', language: 'id', thanks: 'a', standard: 'b', amends: 'c' };
export const compensation = { kind: 'voucher', amountMinor: 5, costMinor: 5 };
export const person = {
  ...{ kind: 'person', relation: 'customer', mark: null, name: 'Budi', birthdayOn: '1990-06-15' },
  ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
  ...{ taxId: null, note: null, recommendedBy: null, contactPoints: [], addresses: [], tags: [] },
};
export const prospect = { title: 'Kopi rapat', worthMinor: null, chancePercent: null };
/** The one that runs, as it is written. */
export const campaign = {
  ...{ name: 'Lebaran', goal: '', segmentName: null, channel: 'whatsapp', subject: '' },
  ...{ definition: { match: 'all', parts: [], without: [] }, text: 'Halo {nama}' },
  ...{ heldPercent: 10, restDays: 14, dailyLimit: 40, responseDays: 14, onlyAgreed: false },
};
/** The one that is on, as it is written. */
export const standing = {
  ...{ name: 'Ulang tahun', occasion: 'birthday', season: null, monthDay: null, days: 0 },
  ...{ definition: { match: 'all', parts: [], without: [] }, segmentName: null, subject: '' },
  ...{ channel: 'whatsapp', text: 'Selamat {nama}', restDays: 0, dailyLimit: 40 },
  onlyAgreed: false,
};
const surveyQuestion = { choices: [], measures: null, dimension: null };
/** The one in which two have answered, as it is written. */
export const survey = {
  ...{ name: 'Kepuasan', intro: '', thanks: 'Terima kasih', handedOut: null },
  questions: [
    { kind: 'stars', text: 'Puas?', ...surveyQuestion },
    { kind: 'words', text: 'Kenapa?', ...surveyQuestion },
  ],
};
/** The level of the rows that each table has. */
export const tier = { name: 'Perak', reachedBy: 'points', atLeast: 3, gives: '' };
export const goldTier = { ...tier, name: 'Emas', atLeast: 900 };
export const surveyAnswer = { customerId: 2, way: 'phone', answeredOn: '2026-06-15' };
/** What the first customer wrote on paper. */
export const paperAnswer = {
  ...{ customerId: 1, way: 'paper', outcome: 'answered', answeredOn: '2026-06-14' },
  values: [{ questionId: 1, number: 2, words: '' }],
};
export const payment = { paidOn: '2026-06-10', amountMinor: 4, method: 'Tunai', note: null };
export const sale = {
  soldOn: '2026-06-15',
  customerId: null,
  lines: [{ productId: null, name: 'Gula', quantityE4: 10_000, unitPriceE4: 10_000 }],
};
/** The sale that only its own rows refer to, as it is written by hand. */
export const soldTea = {
  ...{ number: null, soldOn: '2026-05-01', customerId: 1, taxMode: 'none', discount: null },
  lines: [
    {
      ...{ id: 3, productId: 2, name: 'Teh', quantityE4: 10_000, unitPriceE4: 900 },
      ...{ discount: null, taxRateE4: 0 },
    },
  ],
};
export const complaint = {
  ...{ kind: 'customer', customerId: 1, channel: 'visit', severity: 'light', title: 'Apek' },
  ...{ words: '', receivedAt: '2026-06-14T03:00:00.000Z', hasTime: true },
  ...{ productId: null, saleId: null, handledBy: null },
};
