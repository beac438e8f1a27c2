import type { SamplePlace } from './place.ts';

/** What the English shop knows beside its files. */
export const englishNotes: SamplePlace['notes'] = {
  promise: {
    covers: 'Faults of material and making, in normal use at home.',
    excludes: 'Falls, limescale and worn burrs.',
    howToClaim: 'Bring it with the receipt, or call us with the phone number you bought under.',
  },
  reviews: [
    {
      ...{ ago: 2, platform: 'google', author: 'Hettie B.', rating: 2, answer: null },
      text: 'Lovely coffee, but I waited twenty minutes and nobody said why.',
    },
    {
      ...{ ago: 6, platform: 'facebook', author: 'Owen at the Mill', rating: 5, answer: null },
      text: 'Best flat white in town, and they remember my name.',
    },
    {
      ...{ ago: 17, platform: 'google', author: 'Priscilla', rating: 1 },
      text: 'The bag arrived leaking. Beans everywhere.',
      answer: 'Thank you for telling us, and sorry. A new bag is on its way, please call us.',
    },
    {
      ...{ ago: 33, platform: 'google', author: 'Walking Group North', rating: 5 },
      text: 'Twelve of us, muddy boots, and still a warm welcome.',
      answer: 'Thank you, come back after the next hill!',
    },
    {
      ...{ ago: 58, platform: 'instagram', author: 'cups.and.crumbs', rating: 4 },
      text: 'Carrot cake to remember. A few more sockets would be nice.',
      answer: 'Thank you. Two more sockets by the window since Monday.',
    },
    {
      ...{ ago: 90, platform: 'google', author: 'J. Tidewell', rating: 3 },
      text: 'Good beans, the delivery took a day longer than promised.',
      answer: 'Thank you, and sorry for the wait. We have changed our courier.',
    },
  ],
  claims: [
    {
      ...{ ago: 61, product: 'Steel Hand Grinder', remedy: 'repair' },
      ...{ problem: 'The handle slips off the shaft.', costMinor: 350, doneAfter: 4 },
    },
    {
      ...{ ago: 24, product: 'Brewing Scales', remedy: 'replace' },
      ...{ problem: 'The display stays dark.', costMinor: 2600, doneAfter: 2 },
    },
    {
      ...{ ago: 5, product: 'Gooseneck Kettle', remedy: 'repair' },
      ...{ problem: 'Does not switch off by itself.', costMinor: 0, doneAfter: null },
    },
  ],
  actions: [
    { cause: 'till error', what: 'Read the total out loud', owner: 'Edith', outcome: 'held' },
    {
      ...{ cause: 'outdated customer details', owner: 'Rory', outcome: 'waiting' },
      what: 'Check names on invoices in January and July',
    },
    {
      ...{ cause: 'supplier miscount', owner: 'Mrs Lark', outcome: 'open' },
      what: 'Weigh every tenth pack on arrival',
    },
  ],
};
