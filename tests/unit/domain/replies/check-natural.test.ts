import { describe, expect, it } from 'vitest';
import { checkReply, type FindingKey, type ReplyFacts } from '#shared/domain/replies/check.ts';

const facts: ReplyFacts = {
  language: 'auto',
  customerName: 'Bapak Damar Wicaksono',
  replyName: 'Sekar',
  replyContact: '0812-5550-0118',
  isPublic: false,
};

/** As shop owners write when they mean well: nothing may be held against these. */
const good: readonly (readonly [text: string, more?: Partial<ReplyFacts>])[] = [
  [
    'Bu Yanti, makasih ya sudah kasih tahu, dan maaf banget bajunya kekecilan. Ukuran di label mestinya sama dengan badan. Besok saya kirim yang L, ongkirnya dari kami. WA saya saja di nomor ini ya Bu. Sekar',
    { customerName: 'Yanti' },
  ],
  [
    'Assalamualaikum Bu Siti, terima kasih sudah mengabari dan mohon maaf kuenya kurang matang. Kue kami semestinya matang merata. Nanti sore saya antar loyang yang baru. Kalau ada apa-apa langsung WA saya, Bu. Sekar',
    { customerName: 'Siti Aminah' },
  ],
  [
    'Mas Bayu, matur nuwun sudah cerita. Maaf servis HP-nya sampai dua kali balik. Sekali servis mestinya beres. Biaya kedua kami kembalikan penuh, dan garansinya kami panjangkan 30 hari. Hubungi saya di 0812-5550-0118. Sekar',
    { customerName: 'Bayu' },
  ],
  [
    'Kak Dinda, terima kasih ulasannya, maaf pesanannya datang telat sampai es-nya cair. Minuman mestinya sampai dingin. Kami siapkan gantinya, tinggal DM kami kapan enaknya diantar. Sekar',
    { customerName: 'dinda.ayu', isPublic: true, rating: 2 },
  ],
  [
    'Selamat siang Pak Hendra. Maaf sekali lampunya mati setelah seminggu, dan terima kasih videonya, sangat membantu. Unit baru kami kirim hari ini, yang lama tidak perlu dikembalikan. Kabari saya kalau sudah sampai. Sekar',
    { customerName: 'Hendra' },
  ],
  [
    'Pak Damar, terima kasih sudah sabar. Kami salah memasukkan alamat, maaf sekali. Paketnya kami antar ulang besok pagi sebelum jam 9. Bapak tidak perlu melakukan apa-apa. Ada apa pun, telepon saya di 0812-5550-0118. Sekar',
  ],
  [
    'Ibu Lina, terima kasih atas kejujurannya. Saya menyesal kasir kami ketus kepada Ibu. Ibu berhak dilayani dengan ramah, jam berapa pun. Saya sudah bicara dengan kasirnya dan ingin menyambut Ibu sendiri. Nomor saya 0812-5550-0118. Sekar',
    { customerName: 'Lina', isPublic: true, rating: 1 },
  ],
  [
    'Hi Priya, thanks so much for flagging this, and I’m really sorry the strap snapped. A bag from us should last for years, not weeks. I’ve put a new one in the post today. Just text me if it isn’t there by Friday. Sekar',
    { customerName: 'Priya' },
  ],
  [
    'Tom, I’m sorry we got your order wrong, and thank you for letting us know so kindly. You should always get what you chose. The right beans go out this afternoon, and please keep the others. My number is 0812-5550-0118. Sekar',
    { customerName: 'Tom Baker' },
  ],
  [
    'Hello Maria, thank you for the honest review, and I’m sorry the soup was cold. Hot food should be hot. I’d love to make it up to you; drop me a line at 0812-5550-0118 and the next lunch is on us. Sekar',
    { customerName: 'Maria', isPublic: true, rating: 2 },
  ],
  [
    'Mrs Okafor, thank you for bringing the watch back, and my apologies that it stopped again. The repair should have held. It is on the bench now, at no cost to you, and I’ll call you when it’s ready. Reach me any time at 0812-5550-0118. Sekar',
    { customerName: 'Mrs Okafor' },
  ],
  [
    'James, I’m so sorry about the wait on Saturday, and thank you for telling me. We were slow and you deserved better. Your money is on its way back to you. If you’d like to talk, ring me on 0812-5550-0118. Sekar',
    { customerName: 'James' },
  ],
  [
    'Bu Rina, terima kasih sudah jujur, dan maaf sambalnya basi. Sambal mestinya aman dua hari. Uang Ibu kami kembalikan hari ini, dan lain kali Ibu mampir, biar saya yang racik. WA saya di 0812-5550-0118. Sekar',
    { customerName: 'Rina' },
  ],
  [
    'Pak Damar, maaf kemarin toko sudah tutup waktu Bapak datang, terima kasih sudah memberi tahu. Jam buka di Google mestinya benar. Sudah kami betulkan, dan besok saya tunggu. Telepon saya di nomor ini. Sekar',
  ],
  [
    'Kak Mila, maaf ya warnanya beda, dan makasih fotonya. Barangnya bisa ditukar atau uangnya dikembalikan, pilih yang Kakak suka. Japri saya di 0812-5550-0118. Sekar',
    { customerName: 'Mila' },
  ],
  [
    'Damar, thank you for telling us, and I am sorry the cake arrived late. A birthday cake should be there before the candles. The full price goes back to you today. My number is 0812-5550-0118. Sekar',
  ],
  [
    'Hi Leah, thanks for your note and sorry the zip broke. Zips should outlast the bag. The tracking number follows this evening, and if you don’t like the new one we refund you. Text me any time. Sekar',
    { customerName: 'Leah' },
  ],
  [
    'Mr Damar, thank you for the photos, and I’m sorry your table arrived scratched. You confirmed Tuesday suits you, so we will swap it then. Call me on 0812-5550-0118. Sekar',
  ],
];

/** As shop owners write when they are hurt; what makes it worse has to be found, whatever else is. */
const poor: readonly (readonly [reason: FindingKey, text: string])[] = [
  [
    'defensive',
    'Maaf Kak, terima kasih. Tapi itu kan sudah ada di deskripsi, makanya dibaca dulu sebelum beli. WA saya ya. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, terima kasih dan maaf. Barang yang sudah dibeli tidak bisa dikembalikan. Hubungi saya di nomor ini. Sekar',
  ],
  [
    'defensive',
    'Makasih Pak Damar, maaf ya. Harga segitu ya dapatnya kualitas segitu. WA saya kalau ada apa-apa. Sekar',
  ],
  [
    'defensive',
    'Maaf Pak Damar, terima kasih infonya. Dari kami sih barangnya aman-aman saja, mungkin rusak di jalan. Chat saya ya. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, maaf dan terima kasih. Salah Bapak sendiri pesan mepet lebaran. Hubungi saya. Sekar',
  ],
  [
    'excuse',
    'Pak Damar, terima kasih, maaf lama balasnya soalnya lagi rame banget di toko. WA saya ya. Sekar',
  ],
  ['excuse', 'Maaf ya Pak Damar, kami juga manusia, bisa salah. Terima kasih. Hubungi saya. Sekar'],
  [
    'excuse',
    'Pak Damar, mohon pengertiannya karena kami usaha kecil. Maaf dan terima kasih. Hubungi saya. Sekar',
  ],
  [
    'excuse',
    'Pak Damar, maaf telat, maklum tukang jahitnya sakit. Terima kasih, WA saya saja. Sekar',
  ],
  [
    'proves',
    'Pak Damar, maaf dan terima kasih. Waktu kami packing barangnya masih bagus, ada videonya. Hubungi saya. Sekar',
  ],
  [
    'proves',
    'Terima kasih Pak Damar, maaf. Setahu saya waktu itu Bapak sendiri yang minta ukuran M, ada di chat. Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Terima kasih Pak Damar, maaf. Kalau tidak suka ya tidak usah beli di sini lagi. Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Pak Damar, maaf, terima kasih. Kok baru komplain sekarang setelah seminggu? Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Terima kasih Pak Damar dan maaf. Tolong hapus dulu ulasan bintang satunya, baru kami proses. Hubungi saya. Sekar',
  ],
  [
    'over-promises',
    'Pak Damar, terima kasih, maaf. Saya janji mulai sekarang tidak bakal ada yang telat lagi. Hubungi saya. Sekar',
  ],
  ['defensive', 'Damar, thanks and sorry. You get what you pay for at this price. Call me. Sekar'],
  [
    'defensive',
    'Damar, thank you, sorry about the shirt. All sales are final, as our policy says. Call me. Sekar',
  ],
  [
    'excuse',
    'Damar, thank you. Sorry for the delay, we’ve just been swamped and short-staffed this month. Call me. Sekar',
  ],
  [
    'invites-argument',
    'Damar, thanks, sorry. Funny how you only mention this after two months. Call me. Sekar',
  ],
  [
    'proves',
    'Damar, thank you and sorry. I checked, and the tracking clearly shows it was delivered to your door. Call me. Sekar',
  ],
  [
    'defensive',
    'Pak Damar, terima kasih, maaf. Kami sudah kirim sesuai pesanan, jadi bukan tanggungan kami lagi. Hubungi saya. Sekar',
  ],
  [
    'defensive',
    'Makasih Pak Damar dan maaf. Nota hilang berarti garansi hangus, sudah aturan toko. Hubungi saya. Sekar',
  ],
  [
    'excuse',
    'Pak Damar, maaf ya telat, motornya mogok di jalan. Terima kasih. Hubungi saya. Sekar',
  ],
  [
    'proves',
    'Pak Damar, terima kasih dan maaf. Resinya jelas sudah diterima atas nama Bapak tanggal 3. Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Terima kasih Pak Damar, maaf. Bapak ini sebenarnya maunya apa? Hubungi saya. Sekar',
  ],
  [
    'invites-argument',
    'Pak Damar, maaf, terima kasih. Sudah dikasih murah masih saja komplain. Hubungi saya. Sekar',
  ],
  [
    'over-promises',
    'Pak Damar, terima kasih, maaf. Dijamin besok-besok tidak ada masalah lagi. Hubungi saya. Sekar',
  ],
  ['defensive', 'Damar, thanks, sorry. We don’t offer refunds on worn items. Call me. Sekar'],
  [
    'defensive',
    'Damar, thanks and sorry. You left it in the sun, that is what happens. Call me. Sekar',
  ],
  ['excuse', 'Damar, thanks. Sorry it took so long, our printer broke down. Call me. Sekar'],
  [
    'invites-argument',
    'Damar, thanks and sorry. If you don’t like our food, don’t come back. Call me. Sekar',
  ],
  ['proves', 'Damar, thanks and sorry. Our photos prove the bowl was whole. Call me. Sekar'],
];

describe('replies in the words of the shop', () => {
  it.each(good.map(([text, more = {}]) => ({ text, more })))('passes: $text', ({ text, more }) => {
    expect(checkReply(text, { ...facts, ...more }).findings).toEqual([]);
  });

  it.each(poor.map(([reason, text]) => ({ reason, text })))(
    'is stopped as $reason: $text',
    ({ reason, text }) => {
      const found = checkReply(text, facts).findings.find(({ key }) => key === reason);
      expect(found?.spots.length).toBeGreaterThan(0);
    },
  );
});
