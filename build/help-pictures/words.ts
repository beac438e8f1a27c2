import type { Language } from '#shared/contract/settings.ts';

/** What somebody of the shop would have written where the sample shop has nothing yet. */
export interface HelpWords {
  readonly survey: {
    readonly [name in
      | 'name'
      | 'intro'
      | 'thanks'
      | 'recommend'
      | 'expected'
      | 'met'
      | 'heard'
      | 'open']: string;
  } & { readonly ways: readonly string[]; readonly said: readonly string[] };
  readonly campaign: { readonly name: string; readonly goal: string; readonly text: string };
  readonly points: {
    readonly spendMinor: number;
    readonly worthMinor: number;
    readonly rewards: readonly { readonly name: string; readonly points: number }[];
    readonly levels: readonly {
      readonly name: string;
      readonly points: number;
      readonly gives: string;
    }[];
  };
  readonly standing: { readonly name: string; readonly text: string };
  readonly notes: readonly { readonly title: string; readonly text: string }[];
  readonly reward: string;
  readonly group: string;
  readonly prospects: readonly string[];
  readonly goneProspect: string;
}

export const helpWords: Readonly<Record<Language, HelpWords>> = {
  id: {
    survey: {
      name: 'Kata pelanggan tentang toko',
      intro: 'Boleh minta waktu satu menit?',
      thanks: 'Terima kasih, ini membantu kami.',
      recommend: 'Maukah Anda menyarankan toko kami kepada teman?',
      expected: 'Seberapa penting penjual yang mau mendengar?',
      met: 'Seberapa baik kami mendengarkan Anda?',
      heard: 'Dari mana Anda tahu toko kami?',
      open: 'Apa yang sebaiknya kami ubah?',
      ways: ['Teman', 'Instagram', 'Lewat depan toko'],
      said: ['Antreannya lama kalau sore.', 'Sudah bagus.', 'Mau ada ukuran kecil.', ''],
    },
    campaign: {
      name: 'Kabar panen baru',
      goal: 'Pelanggan lama mampir lagi bulan ini',
      text: 'Halo {sapaan|Kak}, panen baru sudah datang di {toko}. Mau kami sisihkan?',
    },
    standing: {
      name: 'Sebulan setelah belanja',
      text: 'Halo {sapaan|Kak}, bagaimana {barang|belanjaannya}, cocok? {toko}',
    },
    notes: [
      { title: 'Buka toko pagi', text: 'Nyalakan mesin setengah jam sebelum buka.' },
      { title: 'Antar ke kantor', text: 'Telepon resepsionis dulu, lewat pintu samping.' },
    ],
    points: {
      spendMinor: 1_000_000,
      worthMinor: 10_000,
      rewards: [
        { name: 'Kopi susu gratis', points: 30 },
        { name: 'Biji 200 g', points: 100 },
      ],
      levels: [
        { name: 'Perak', points: 50, gives: 'Gratis antar' },
        { name: 'Emas', points: 200, gives: 'Gratis antar dan potongan 5%' },
      ],
    },
    reward: 'Kopi gratis satu cangkir',
    group: 'Beli dalam 90 hari',
    prospects: ['Kopi untuk rapat bulanan', 'Bingkisan akhir tahun', 'Pasokan biji kafe'],
    goneProspect: 'Sewa mesin espreso',
  },
  en: {
    survey: {
      name: 'What customers say of the shop',
      intro: 'May we have a minute of your time?',
      thanks: 'Thank you, this helps us.',
      recommend: 'Would you recommend our shop to a friend?',
      expected: 'How important is it that we listen?',
      met: 'How well did we listen to you?',
      heard: 'How did you hear of us?',
      open: 'What should we change?',
      ways: ['A friend', 'Instagram', 'Walking past'],
      said: ['The queue is long in the afternoon.', 'All good.', 'Smaller bags, please.', ''],
    },
    campaign: {
      name: 'The new harvest is in',
      goal: 'Earlier customers come by again this month',
      text: 'Hello {sapaan|there}, the new harvest is here at {toko}. Shall we keep some for you?',
    },
    standing: {
      name: 'A month after a purchase',
      text: 'Hello {greeting|there}, are you happy with {product|what you bought}? {shop}',
    },
    notes: [
      { title: 'Opening in the morning', text: 'Switch the machine on half an hour before.' },
      { title: 'Deliveries to the office', text: 'Ring the front desk first; use the side door.' },
    ],
    points: {
      spendMinor: 1000,
      worthMinor: 10,
      rewards: [
        { name: 'A flat white', points: 30 },
        { name: 'Beans, 200 g', points: 100 },
      ],
      levels: [
        { name: 'Silver', points: 50, gives: 'Free delivery' },
        { name: 'Gold', points: 200, gives: 'Free delivery and 5% off' },
      ],
    },
    reward: 'One free coffee',
    group: 'Bought within 90 days',
    prospects: ['Coffee for monthly meetings', 'Gift boxes for the year’s end', 'Beans for a café'],
    goneProspect: 'An espresso machine on hire',
  },
};
