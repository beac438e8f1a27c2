import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Retired = readonly (readonly [old: RegExp, instead: string])[];

/** What the window once said, with the one word that stands for the thing now. */
const RETIRED: Readonly<Record<'id' | 'en', Retired>> = {
  id: [
    [/\bberkas/i, 'file'],
    [/bawa masuk/i, 'Masukkan'],
    [/^Membawa$/, 'Isinya'],
    [/jangan diambil|^tidak diambil$/i, 'Jangan dipakai'],
    [/\bwawasan\b/i, 'Analisis'],
    [/\blapisan\b/i, 'golongan'],
    [/(?<!\()\bsuspek\b/i, 'Belum kenal (suspek)'],
    [/di luar jangkauan/i, 'Bukan sasaran'],
    [/^Siapa saja$/, 'Lihat orangnya'],
    [/\bbatalkan\b/i, 'Urungkan'],
    [/(?<!\{)\bproduk\b/i, 'barang'],
    [/beri tanda(?! kutip)|nama tanda|belum ada tanda/i, 'label'],
    [/separuh nilai datang dari/i, 'membawa separuh nilai'],
    [/yang masih membeli belum selesai/i, 'sebagian pelanggan masih berbelanja'],
    [/memisahkan omzet yang sama/i, 'beromzet sama di batas'],
    [/bertumpuk/i, 'kumulatif'],
    [/(jawaban|solusi) lewat/i, 'terlambat'],
    [/redam dulu/i, 'Tahan dulu'],
    [/kebaikan kita/i, 'Bantuan di luar garansi'],
    [/langsung selesai/i, 'Sudah dijawab dan beres'],
  ],
  en: [
    [/(?<!\{)\blayers?\b(?!\})/i, 'tier'],
    [/rest of the world/i, 'Not our market'],
    [/who are they/i, 'See who'],
    [/years kept/i, 'years as a customer'],
    [/keeping one customer/i, 'Yearly cost per customer'],
    [/lower edge/i, 'boundary'],
    [/\b(late by|time late)\b/i, 'working days late'],
    [/our kindness/i, 'Goodwill'],
    [/\breckon/i, 'calculate'],
    [/begin empty/i, 'Start empty'],
    [/\bgo on\b/i, 'continue'],
    [/^Write down$/, 'Save note'],
    [/\bfacts\b/i, 'details'],
    [/^Judgement$|own judgement/, 'Your rating'],
    [/\bbrought by\b/i, 'Referred by'],
    [/\bmend(ed|ing)?\b/i, 'fix'],
    [/^How far$/, 'Progress'],
    [/\bfrom whom\b/i, 'Source'],
    [/(set|your|above) authority/i, 'approval limit'],
    [/no sorry/i, 'No apology yet'],
    [/\bdearest\b/i, 'most expensive'],
    [/\d[ \u00a0]%/, 'no space before %'],
  ],
};

/** The name of a button in a text of help, by its key: no word that is read. */
const NAMED = /\$t\([\w.]+\)/g;

function textsOf(value: unknown, key: string): readonly (readonly [key: string, text: string])[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) =>
    textsOf(below, key === '' ? name : `${key}.${name}`),
  );
}

/** Texts of the window that say a thing by the word it once had. */
export function retiredWordings(root: string): readonly string[] {
  return (['id', 'en'] as const).flatMap((language) => {
    const folder = join(root, 'shared', 'locale', language);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return names.flatMap((name) => {
      const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return textsOf(content, '').flatMap(([key, text]) =>
        RETIRED[language]
          .filter(([old]) => old.test(text.replace(NAMED, '')))
          .map(
            ([, instead]) =>
              `shared/locale/${language}/${name}: ${key} says “${text}”: say ${instead}.`,
          ),
      );
    });
  });
}
