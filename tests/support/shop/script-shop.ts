import type { RawHandle } from '#db/file/client.ts';
import { tables } from '#db/tables.ts';
import { addCustomer, finishShop } from './build-shop.ts';
import { fillWithRows } from './journalled-rows.ts';

const deeds = ['__ran=1', 'top.__ran=1', 'window["__ran"]=1', '(()=>{__ran=1})()', '__ran=`1`'];
const wrappings: readonly ((deed: string) => string)[] = [
  (deed) => `<script>${deed}</script>`,
  (deed) => `</title></textarea></style><script>${deed}//`,
  (deed) => `<img src=x onerror='${deed}'>`,
  (deed) => `"><img/src="x"/onerror='${deed}'>`,
  (deed) => `<svg onload='${deed}'>`,
  (deed) => `<svg><script>${deed}</script></svg>`,
  (deed) => `<svg><animate onbegin='${deed}' attributeName=x dur=1s>`,
  (deed) => `<body onload='${deed}'>`,
  (deed) => `<details open ontoggle='${deed}'>`,
  (deed) => `<video><source onerror='${deed}'></video>`,
  (deed) => `<input autofocus onfocus='${deed}'>`,
  (deed) =>
    `<iframe srcdoc='<script>parent.${deed.replace(/.*__ran/, '__ran')}</script>'></iframe>`,
  (deed) => `<iframe src='javascript:${deed}'></iframe>`,
  (deed) => `<a href='javascript:${deed}'>Kopi</a>`,
  (deed) => `javascript:${deed}`,
  (deed) => `<math><mtext></p><img src onerror='${deed}'>`,
  (deed) => `<style>@import 'javascript:${deed}'</style>`,
  (deed) => `<marquee onstart='${deed}'>`,
  (deed) => `{{constructor.constructor('${deed}')()}}`,
  (deed) => `\${${deed}}`,
];

/** A hundred texts that run as a script where a page takes them for anything but texts. */
export const scriptTexts: readonly string[] = wrappings.flatMap((wrap) => deeds.map(wrap));

/** Neither a key nor a day, nor what only a few words may stand in. */
const freeText =
  /^(?!.*(_on|_at|_time|_key|_state)$)(?!(at|scheme|day|month|entity|value|filter|before|after)$)/;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/** A row of everything with all those texts wherever a text may stand; answers in how many columns. */
export function fillWithScripts(raw: RawHandle): number {
  fillWithRows(raw);
  for (const name of scriptTexts) addCustomer(raw, { name, tags: [name.slice(0, 60)] });
  finishShop(raw);
  const all = scriptTexts.join('\n');
  let filled = 0;
  for (const table of Object.keys(tables)) {
    const columns = raw.prepare('SELECT * FROM pragma_table_info(?)').all(table) as Column[];
    for (const { name, type, pk } of columns) {
      if (pk > 0 || type !== 'TEXT' || !freeText.test(name)) continue;
      try {
        const update = `UPDATE OR FAIL ${table} SET ${name} = ? WHERE rowid = 1`;
        filled += raw.prepare(update).run(all).changes;
      } catch {
        // Only some words may stand there.
      }
    }
  }
  return filled;
}
