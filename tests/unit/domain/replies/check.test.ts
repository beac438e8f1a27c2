import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReply, type FindingKey, type ReplyFacts } from '#shared/domain/replies/check.ts';

const facts: ReplyFacts = {
  language: 'auto',
  customerName: 'Bapak Damar Wicaksono',
  replyName: 'Sekar',
  replyContact: '0812-5550-0118',
  isPublic: false,
};

function keysOf(text: string, more: Partial<ReplyFacts> = {}): FindingKey[] {
  return checkReply(text, { ...facts, ...more }).findings.map(({ key }) => key);
}

function wordsOf(text: string, key: FindingKey, more: Partial<ReplyFacts> = {}): string[] {
  const found = checkReply(text, { ...facts, ...more }).findings.find((one) => one.key === key);
  return (found?.spots ?? []).map(({ start, end }) => text.slice(start, end));
}

/** Three steps: name, thanks and regret without excuse; our standard; amends and a private contact. */
const examples: readonly (readonly [name: string, text: string])[] = [
  [
    'Indonesian, stale coffee',
    'Pak Damar, terima kasih sudah mengabari, dan maaf untuk kopi yang apek. Kopi kami mestinya sampai segar. Besok pagi 5 kg sangrai baru kami antar tanpa biaya dan yang lama kami bawa pulang. Ada apa pun, langsung ke saya di nomor ini. Sekar',
  ],
  [
    'Indonesian, late order',
    'Pak Damar, terima kasih sudah memberi tahu kami, dan maaf pesanannya terlambat. Pesanan mestinya sampai pada hari yang kami janjikan. Ongkos kirimnya kami kembalikan hari ini. Kalau masih ada yang mengganjal, hubungi saya di 0812-5550-0118. Sekar',
  ],
  [
    'Indonesian, unkind service',
    'Pak Damar, terima kasih sudah mau bercerita, dan kami menyesal Bapak dilayani dengan ketus. Setiap tamu mestinya disambut dengan hangat. Kunjungan berikutnya kopi dari kami, dan saya sendiri yang menyambut. Saya bisa dihubungi lewat WhatsApp di 0812-5550-0118. Sekar',
  ],
  [
    'English, stale coffee',
    'Mr Damar, thank you for telling us, and I am sorry the coffee was stale. Our coffee should reach you fresh. Tomorrow morning we bring you a fresh batch free of charge and take the old one back. For anything else, reach me at 0812-5550-0118. Sekar',
  ],
  [
    'English, late order',
    'Damar, thank you for letting us know, and we are sorry your order came late. An order should arrive on the day we promise. The delivery fee goes back to you today. If anything is still open, call me on 0812-5550-0118. Sekar',
  ],
  [
    'English, unkind service',
    'Dear Mr Wicaksono, thank you for writing, and I regret that you were spoken to rudely. Every guest should be met with warmth. Your next coffee is on us, and I would like to serve it myself. You can message me at 0812-5550-0118. Sekar',
  ],
];

const bad: readonly (readonly [reason: FindingKey, name: string, text: string])[] = [
  [
    'defensive',
    'Indonesian',
    'Pak Damar, terima kasih sudah mengabari, dan maaf untuk kopi yang apek. Itu bukan kesalahan kami, Bapak seharusnya menyimpannya di tempat kering. Ada apa pun, langsung ke saya di nomor ini. Sekar',
  ],
  [
    'defensive',
    'English',
    'Mr Damar, thank you for telling us, and I am sorry about the coffee. It is not our fault, you should have stored it in a dry place. Reach me at 0812-5550-0118. Sekar',
  ],
  [
    'too-long',
    'Indonesian',
    'Pak Damar yang baik, terima kasih banyak sudah meluangkan waktu untuk mengabari kami tentang kopi yang kemarin diterima di kedai, dan maaf sebesar-besarnya untuk kopi yang ternyata berbau apek ketika dibuka oleh teman-teman di kedai Bapak yang pasti sangat ramai pada akhir pekan itu. Kopi kami mestinya sampai segar seperti yang biasa kami kirim ke semua pelanggan di kota ini, dengan biji yang baru disangrai, disimpan rapi di gudang yang kering, dikemas dengan kantong yang baik, dan diantar pada hari yang sama oleh teman kami sendiri. Besok pagi kami antar gantinya tanpa biaya dan yang lama kami bawa pulang supaya tidak merepotkan. Ada apa pun, langsung ke saya di nomor ini. Sekar',
  ],
  [
    'too-long',
    'English',
    'Mr Damar, thank you very much indeed for taking the time to tell us about the coffee that was delivered to your place last weekend, and I am truly sorry that it turned out to be stale when your colleagues opened the bag in the middle of what must have been a very busy morning for everybody in the shop. Our coffee should reach you fresh, the way we usually bring it to people all over town, newly roasted, kept dry in our store room, packed in a good bag and carried to you on the same day by one of us. Tomorrow morning we bring you a fresh batch free of charge and take the old one back with us. Reach me at 0812-5550-0118. Sekar',
  ],
  [
    'too-detailed',
    'Indonesian',
    'Pak Damar, terima kasih, dan maaf soal kopinya. Tanggal 6 Mei jam 14.20 karung dibuka, tanggal 7 Mei jam 09.00 disangrai 12 kg pada 205 derajat, lalu 8 Mei dikirim. Kopi mestinya segar, besok kami ganti. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'too-detailed',
    'English',
    'Mr Damar, thank you, and I am sorry about the coffee. On 6 May at 14:20 the sack was opened, on 7 May at 09:00 it was roasted, 12 kg at 205 degrees, and sent on 8 May. We replace it tomorrow. Reach me at 0812-5550-0118. Sekar',
  ],
  [
    'proves',
    'Indonesian',
    'Pak Damar, terima kasih, dan maaf soal kopinya. Menurut catatan kami Bapak menerima barang dalam keadaan baik, dan kami punya rekaman CCTV. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'proves',
    'English',
    'Mr Damar, thank you, and I am sorry about the coffee. Our records show that it left us in good order and we have screenshots. Reach me at 0812-5550-0118. Sekar',
  ],
  [
    'invites-argument',
    'Indonesian',
    'Pak Damar, terima kasih, dan maaf soal kopinya. Kenapa tidak bilang dari awal? Bagaimana mungkin kopi baru bisa apek? Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'invites-argument',
    'English',
    'Mr Damar, thank you, and I am sorry about the coffee. Why didn’t you tell us at once? How is that possible with fresh beans? Reach me at 0812-5550-0118. Sekar',
  ],
];

describe('the three example replies of a good answer', () => {
  it.each(examples)('%s passes, private and public', (_, text) => {
    expect(checkReply(text, facts).findings).toEqual([]);
    const others = keysOf(text, { isPublic: true }).filter((key) => key !== 'no-contact');
    expect(others).toEqual([]);
  });

  it('counts the words of the reply in the picture', () => {
    expect(checkReply(examples[0]?.[1] ?? '', facts).words).toBe(43);
  });
});

describe('a defensive, a long, a detailed, a proving, an arguing reply', () => {
  it.each(bad)(
    'fails as %s (%s), and not for being a poor example otherwise',
    (reason, _, text) => {
      const { isGood } = checkReply(text, facts);
      expect(isGood).toBe(false);
      expect(keysOf(text)).toContain(reason);
    },
  );

  it('names only that reason where there is only that', () => {
    const heated = bad.filter(([reason]) => reason !== 'too-long' && reason !== 'too-detailed');
    for (const [reason, , text] of heated) expect(keysOf(text)).toEqual([reason]);
  });

  it('shows the words it means', () => {
    expect(wordsOf(bad[0]?.[2] ?? '', 'defensive')).toEqual([
      'bukan kesalahan kami',
      'Bapak seharusnya',
    ]);
    expect(wordsOf(bad[6]?.[2] ?? '', 'proves')).toEqual([
      'Menurut catatan kami',
      'kami punya rekaman CCTV',
    ]);
    expect(wordsOf(bad[9]?.[2] ?? '', 'invites-argument')[0]).toBe(
      'Why didn’t you tell us at once?',
    );
  });
});

type Good = readonly [text: string, more?: Partial<ReplyFacts>];
type Poor = readonly [reason: FindingKey, text: string, more?: Partial<ReplyFacts>];

const good: readonly Good[] = [
  [
    'Pak Damar, terima kasih atas masukannya, dan maaf antreannya panjang. Bapak mestinya dilayani dalam sepuluh menit. Silakan WA saya di 0812-5550-0118. Sekar',
  ],
  [
    'Damar, thank you for writing, and I am sorry about the wait. You should have been served within ten minutes. Your next coffee is on us. Call me on 0812-5550-0118. Sekar',
  ],
  [
    'Pak Damar, kami menyesal mejanya kurang bersih. Terima kasih sudah mengingatkan. Kebersihan bukan hal yang bisa ditawar. Kami ingin mengundang Bapak kembali, hubungi saya di 0812-5550-0118. Sekar',
  ],
  [
    'Selamat pagi Pak Damar. Terima kasih atas kabarnya, dan maaf jahitannya lepas. Jahitan kami mestinya kuat. Kami jahit ulang gratis, dan ongkosnya kami tanggung. Kapan saja bisa WA saya di 0812-5550-0118. Sekar, Sekar Pagi',
  ],
  [
    'Pak Damar yang baik, maaf sekali sudah membuat Bapak menunggu. Terima kasih sudah sabar. Pesanan mestinya siap jam 10. Uang muka kami kembalikan hari ini. Telepon saya langsung di 0812-5550-0118. Salam, Sekar',
  ],
  [
    'Hi Damar, thanks for telling me. I am really sorry the colour ran. Our fabric should stay bright. I will send a new one tomorrow and pick up the old one. Call me if anything is unclear. Sekar',
  ],
  [
    'Bu Wulan, terima kasih sudah mengabari dan maaf kuenya penyok. Kue kami mestinya sampai utuh. Sore ini kami antar yang baru. Balas pesan ini kalau ada apa pun. Sekar',
    { customerName: 'Ibu Wulan Sari' },
  ],
  [
    'Terima kasih Kak Rini sudah jujur, dan mohon maaf pelayanannya kurang ramah. Tamu mestinya disambut dengan senyum. Kalau berkenan, hubungi saya di 0812-5550-0118 supaya bisa kami ganti. Salam hangat, Sekar',
    { customerName: 'rini_kuliner', isPublic: true, rating: 2 },
  ],
  [
    'Halo Kak, terima kasih banyak atas bintang limanya. Senang sekali kopinya cocok. Sampai jumpa lagi. Sekar',
    { customerName: '', isPublic: true, rating: 5 },
  ],
  [
    'Pak Damar, maaf sekali paketnya basah, dan terima kasih fotonya. Barang mestinya kering sampai di tangan Bapak. Uangnya kembali 100 % hari ini juga. Telepon saya di 0812-5550-0118. Sekar',
  ],
  [
    'Pak Damar, terima kasih dan maaf atas keterlambatannya. Pesanan mestinya sampai Jumat. Bagaimana kalau besok jam 9 saya antar sendiri? Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'Mas Andi, maaf sablonnya retak dan terima kasih sudah bilang. Sablon kami mestinya tahan bertahun-tahun. Kausnya kami cetak ulang tanpa biaya. Kabari saya lewat WhatsApp kapan bisa dijemput. Sekar',
    { customerName: 'Andi' },
  ],
  [
    'Pak Damar, terima kasih sudah menunggu dan maaf membuat repot. Mestinya sekali datang sudah beres. Bukti pengembalian uangnya saya kirim sore ini. Ada apa pun, balas saja pesan ini. Sekar',
  ],
  [
    'Kedai Tepi Kali, terima kasih sudah memberi tahu, dan maaf isinya kurang satu. Isi dus mestinya dua belas. Yang kurang kami antar hari ini, bukan hanya satu tetapi juga bonusnya. Hubungi saya di 0812-5550-0118. Sekar',
    { customerName: 'Kedai Tepi Kali' },
  ],
  [
    'Ibu Ratna, terima kasih atas ulasannya dan maaf rasanya belum sesuai harapan. Rasa mestinya sama baiknya setiap kali. Boleh saya ganti? Kirim pesan langsung kepada saya di 0812-5550-0118. Sekar',
    { customerName: 'Ratna', isPublic: true, rating: 3 },
  ],
  [
    'Hello Anna, thank you for telling us, and I am sorry the shirt faded. Our colours should last. We print you a new one free of charge. You are always welcome to call me on 0812-5550-0118. Sekar',
    { customerName: 'Anna Smith' },
  ],
  [
    'Anna, thank you for your kind words. We are so happy the cake was right for your party. See you again. Sekar',
    { customerName: 'Anna', isPublic: true, rating: 5 },
  ],
  [
    'Dear Mr Smith, thank you for your patience, and I apologise for the wrong size. The size should be the one you chose. A new pair leaves today with a full refund of the postage. Reply to this message for anything else. Kind regards, Sekar',
    { customerName: 'John Smith' },
  ],
  [
    'Anna, I am sorry we let you down, and thank you for saying so. A table booked should be a table kept. I would like to invite you back; please write to me at halo@sekar.id. Sekar',
    { customerName: 'Anna', isPublic: true, rating: 1, replyContact: 'halo@sekar.id' },
  ],
  [
    'BUDI, terima kasih sudah mengabari dan maaf paketnya tertukar. Paket mestinya diperiksa dua kali. Besok kami tukar di rumah Bapak. Langsung ke saya di nomor ini. Sekar',
    { customerName: 'BUDI SANTOSO' },
  ],
];

const poor: readonly Poor[] = [
  [
    'defensive',
    'Damar, thank you, sorry. We have thousands of happy customers and never had this issue. Call me. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, terima kasih, maaf. Kami sudah memberikan pelayanan terbaik. Hubungi saya. Sekar',
  ],
  [
    'proves',
    'Pak Damar, terima kasih, maaf. Tidak mungkin kopinya dingin, kami punya foto. Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Pak Damar, terima kasih, maaf. Ulasan palsu, cek dulu sebelum menulis. Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Damar, thanks and sorry. What did you expect? This is a fake review. Call me. Sekar',
  ],
  [
    'defensive',
    'Mohon maaf Pak Damar, kami hanya penjual, kerusakan ada di pihak ekspedisi. Terima kasih. Hubungi saya. Sekar',
  ],
  [
    'defensive',
    'Maaf Pak Damar, kalau mau cepat ya pesan dari kemarin. Terima kasih. Hubungi saya. Sekar',
  ],
  [
    'defensive',
    'Damar, thank you, sorry. It was the post office who lost it, not us. Call me. Sekar',
  ],
  [
    'proves',
    'Pak Damar, terima kasih dan maaf. Perlu kami luruskan bahwa barang sudah dicek sebelum dikirim. Hubungi saya. Sekar',
  ],
  [
    'proves',
    'Damar, thanks and sorry. We checked the cameras, the box was fine when it left us. Call me. Sekar',
  ],
  [
    'invites-argument',
    'Terima kasih Pak Damar, maaf. Bapak kan sudah baca deskripsinya? Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Pak Damar, terima kasih, maaf. Jangan menuduh sembarangan. Hubungi saya. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, terima kasih infonya dan maaf. Semua sudah sesuai prosedur kami. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, terima kasih dan maaf. Paket rusak karena kelalaian kurir. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, terima kasih dan maaf. Pelanggan lain tidak pernah mengeluh. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, maaf dan terima kasih. Itu di luar kendali kami, kasir baru yang salah. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'defensive',
    'Mr Damar, thank you and sorry. We followed our procedures and the courier was late. Call me on 0812-5550-0118. Sekar',
  ],
  [
    'defensive',
    'Mr Damar, thanks and sorry. You did not read the size chart and nobody else has complained. Call me on 0812-5550-0118. Sekar',
  ],
  [
    'excuse',
    'Pak Damar, terima kasih. Kami mohon maaf atas keterlambatannya, tetapi waktu itu toko penuh. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'excuse',
    'Pak Damar, terima kasih dan maaf terlambat. Namun kami sudah berusaha. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'excuse',
    'Pak Damar, terima kasih dan maaf terlambat karena sedang banyak pesanan. Langsung ke saya di nomor ini. Sekar',
  ],
  ['excuse', 'Mr Damar, thank you. I am sorry you feel that way. Call me on 0812-5550-0118. Sekar'],
  [
    'excuse',
    'Mr Damar, thank you. We apologise for the delay, however it was raining. Call me on 0812-5550-0118. Sekar',
  ],
  [
    'proves',
    'Pak Damar, terima kasih dan maaf. Ini buktinya, chat masih ada. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'proves',
    'Mr Damar, thank you and sorry. That is not true, as we already told you. Call me on 0812-5550-0118. Sekar',
  ],
  [
    'invites-argument',
    'Pak Damar, terima kasih dan maaf. Coba jelaskan di sini apa yang kurang. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'invites-argument',
    'Anna, thank you and sorry. Could you tell us what happened? My number is 0812-5550-0118. Sekar',
    { customerName: 'Anna', isPublic: true },
  ],
  [
    'over-promises',
    'Pak Damar, terima kasih dan maaf. Kami jamin ini pasti tidak akan terulang lagi. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'over-promises',
    'Mr Damar, thank you and sorry. This will never happen again. Call me on 0812-5550-0118. Sekar',
  ],
  [
    'no-name',
    'Terima kasih sudah mengabari, dan maaf untuk kopi yang apek. Besok kami ganti. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'no-thanks',
    'Pak Damar, maaf untuk kopi yang apek. Besok kami ganti. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'no-apology',
    'Pak Damar, terima kasih sudah mengabari. Besok kopinya kami ganti. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'no-contact',
    'Pak Damar, terima kasih sudah mengabari, dan maaf untuk kopinya. Besok kami ganti. Sekar',
  ],
  [
    'no-signature',
    'Pak Damar, terima kasih sudah mengabari, dan maaf untuk kopinya. Besok kami ganti. Langsung ke saya di nomor ini.',
  ],
  [
    'shouting',
    'Pak Damar, terima kasih dan maaf. KOPI KAMI SELALU DIPERIKSA. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'shouting',
    'Pak Damar, terima kasih dan maaf!!! Besok kami ganti. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'personal-data',
    'Damar, terima kasih dan maaf. Nota N-2605-0087 sebesar Rp 575.000 kami kembalikan. Hubungi saya di 0812-5550-0118. Sekar',
    { isPublic: true },
  ],
  [
    'personal-data',
    'Damar, thank you and sorry. We called you on 0813-7777-8888. Reach me at 0812-5550-0118. Sekar',
    { isPublic: true },
  ],
  [
    'unfilled',
    'Pak Damar, terima kasih dan maaf. Yang kami lakukan: {solusi}. Langsung ke saya di nomor ini. Sekar',
  ],
  [
    'too-detailed',
    'Pak Damar, terima kasih dan maaf.\n1. Barang diperiksa\n2. Barang dikirim\n3. Barang diterima\nLangsung ke saya di nomor ini. Sekar',
  ],
  [
    'too-detailed',
    'Mr Damar, thank you. I am sorry. We looked. We asked. We found it. We packed it. We sent it. Call me on 0812-5550-0118. Sekar',
  ],
];

describe('a corpus of replies', () => {
  it.each(good.map(([text, more = {}]) => ({ text, more })))('passes: $text', ({ text, more }) => {
    expect(checkReply(text, { ...facts, ...more }).findings).toEqual([]);
  });

  it.each(poor.map(([reason, text, more = {}]) => ({ reason, text, more })))(
    'fails as $reason: $text',
    ({ reason, text, more }) => {
      expect(keysOf(text, more)).toEqual([reason]);
    },
  );

  it('reads in one language only when told so', () => {
    const text =
      'Pak Damar, thanks, maaf. It is not our fault. Langsung ke saya di nomor ini. Sekar';
    expect(keysOf(text, { language: 'id' })).not.toContain('defensive');
    expect(keysOf(text, { language: 'en' })).toContain('defensive');
  });

  it('asks for neither regret nor a contact where somebody praises', () => {
    const text = 'Kak Rini, terima kasih atas pujiannya. Sekar';
    const more = { customerName: 'Rini', isPublic: true };
    expect(keysOf(text, { ...more, rating: 5 })).toEqual([]);
    expect(keysOf(text, { ...more, rating: 3 })).toEqual(['no-apology', 'no-contact']);
  });

  it('misses no name that nobody knows, and says nothing of an empty draft', () => {
    const text = 'Terima kasih dan maaf. Besok kami ganti. Hubungi saya di 0812-5550-0118. Sekar';
    expect(keysOf(text, { customerName: '' })).toEqual([]);
    expect(checkReply('  \n', facts)).toEqual({ findings: [], words: 0, isGood: false });
  });

  it('any text gives spots inside it, in order and apart', () => {
    const bits = [...poor.map(([, text]) => text), '\n', '{x}', '!!', '- a', 'Rp 5', '\u{1f600}'];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...bits), fc.string()), { maxLength: 6 }),
        fc.boolean(),
        (parts, isPublic) => {
          const text = parts.join(' ');
          for (const { spots } of checkReply(text, { ...facts, isPublic }).findings) {
            let before = 0;
            for (const { start, end } of spots) {
              expect(start).toBeGreaterThanOrEqual(before);
              expect(end).toBeGreaterThan(start);
              before = end;
            }
            expect(before).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
