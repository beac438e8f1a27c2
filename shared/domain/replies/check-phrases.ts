import type { Language } from '../../contract/settings.ts';

/** What is said in a reply that makes it worse. */
export type PhraseKey =
  | 'defensive'
  | 'excuse'
  | 'proves'
  | 'invites-argument'
  | 'over-promises'
  | 'asks-in-public';

const YOU_ID = '(?:anda|bapak|ibu|kakak|kak|pak|bu|mas|mbak|sis|gan|kamu|pembeli|pelanggan)';
/** `Tamu mestinya disambut` is our standard; `Bapak mestinya membaca` is blame. */
const NOT_GIVEN_ID =
  '(?! (?:di\\p{L}+|mendapat(?:kan)?|menerima|memperoleh|bisa|dapat|tidak (?:perlu|usah|harus|menunggu)))';
const OUGHT_ID = `(?:seharusnya|semestinya|mestinya|harusnya)${NOT_GIVEN_ID}`;
const NOT_ID = '(?:tidak|tak|nggak|enggak|gak|ga)';
const OTHERS_ID =
  '(?:kurir(?:nya)?|ekspedisi(?:nya)?|jasa kirim|pengantar(?:nya)?|driver(?:nya)?|ojol|supplier|pemasok|karyawan(?: baru)?(?: kami)?|staf(?: kami)?|pegawai(?: kami)?|kasir(?: kami)?|anak baru)';
const OTHERS_EN =
  '(?:courier|driver|carrier|post office|postman|delivery (?:company|service|guy)|supplier|(?:new )?staff|(?:new )?employee|cashier|waiter|platform|marketplace)';
const BUSY_ID =
  '(?:rame|ramai|kewalahan|kebanjiran (?:orderan|order|pesanan)|(?:sakit|cuti|mudik|izin)|hujan|macet|sibuk|banyak(?:nya)? (?:pesanan|orderan|order|pembeli)|pesanan (?:menumpuk|membludak|banyak)|cuaca|libur(?:an)?|mati listrik|listrik padam|gangguan sistem|kekurangan (?:staf|karyawan|orang))';
const BUSY_EN =
  '(?:rain|traffic|weather|high demand|(?:a |the )?(?:busy|holiday|peak)|being (?:busy|short)|staff shortage|system|power cut|so many orders|many orders)';
const SORRY = '(?:maaf|menyesal|sorry|apolog\\p{L}+|regret)';
/** `U.S.` aside, the rest of a sentence. */
const SAME = '[^.!?\\n]{0,100}?';

function any(...patterns: readonly string[]): RegExp {
  const whole = patterns.map((pattern) => `(?:${pattern})`).join('|');
  return new RegExp(`(?<![\\p{L}\\d])(?:${whole})(?![\\p{L}\\d])`, 'giu');
}

type Phrases = Readonly<Record<PhraseKey, RegExp>>;

const indonesian: Phrases = {
  defensive: any(
    'bukan (?:merupakan )?(?:salah|kesalahan|tanggung jawab|urusan|kelalaian) (?:dari )?(?:pihak )?(?:kami|saya|kita|toko|penjual)',
    '(?:kami|saya|toko) (?:tidak|nggak|gak|ga) (?:salah|bersalah|bertanggung jawab)',
    `${YOU_ID} (?:sendiri )?(?:yang )?(?:${OUGHT_ID}|salah (?:orang|toko|tempat|pesan|pilih|alamat|paham|mengerti|baca|simpan|pakai|sendiri)|(?:kurang|tidak) (?:teliti|membaca|baca|sabar|paham|mengerti)|terlalu|berlebihan|keliru|lupa)`,
    `(?:seharusnya|semestinya|harusnya|mestinya) ${YOU_ID}${NOT_GIVEN_ID}`,
    `(?:salah|kesalahan|kelalaian|keteledoran|ulah)(?:nya)? (?:dari |ada di |pada )?(?:pihak )?(?:${OTHERS_ID}|${YOU_ID})`,
    `(?:karena|gara-gara|akibat|disebabkan(?: oleh)?) (?:kelalaian |ulah )?(?:pihak )?${OTHERS_ID}`,
    `${OTHERS_ID} (?:yang|memang) (?:salah|lalai|lambat|terlambat|teledor|telat)`,
    '(?:sudah |telah )?sesuai (?:dengan )?(?:prosedur|sop|aturan|ketentuan|kebijakan|syarat)',
    'di luar (?:kendali|kuasa|tanggung jawab) kami',
    '(?:memberikan|memberi|berikan|berusaha|lakukan|melakukan) (?:\\p{L}+ )?(?:yang )?terbaik',
    'wajar (?:saja|kalau|jika|bila|dong)',
    'pelanggan (?:kami )?(?:yang )?lain(?:nya)? (?:juga )?(?:tidak|belum|puas|senang|baik-baik)',
    '(?:tidak|belum) (?:pernah )?ada (?:yang|pelanggan(?: lain)?(?: yang)?) (?:mengeluh|komplain|protes)',
    '(?:cuma|hanya|baru) (?:anda|bapak|ibu|kakak) (?:saja )?yang',
    '(?:kami|saya) (?:kan )?(?:hanya|cuma) (?:penjual|perantara|toko|menjual|mengirim)',
    `(?:ada )?(?:di|pada|dari) pihak (?:${OTHERS_ID})`,
    'bukan (?:dari )?(?:pihak )?kami',
    `(?:kalau|jika) (?:saja )?(?:${YOU_ID} )?(?:mau (?:cepat|murah|bagus|enak|aman)|(?:dari awal )?(?:bilang|membaca|baca))`,
    '(?:sudah|telah|kan) (?:jelas )?(?:(?:tertulis|tertera|dijelaskan|diumumkan)(?: jelas| dengan jelas)?|ada di (?:deskripsi|keterangan|aturan|syarat|nota))',
    'bukan (?:lagi )?tanggungan|(?:sudah |itu )(?:aturan|ketentuan|kebijakan|peraturan) (?:toko|kami)',
    'makanya(?: lain kali)?|lain kali (?:tolong|mohon|harap|sebaiknya)',
    `(?:barang|produk|pesanan|uang(?: muka)?|dp)(?: \\p{L}+){0,4} ${NOT_ID} (?:bisa|dapat|boleh) (?:di(?:kembali|batal)kan|di ?(?:tukar|retur|refund)|kembali)`,
    `${NOT_ID} (?:menerima|melayani|terima) (?:retur|komplain|pengembalian|penukaran|refund)`,
    'harga (?:segitu|segini|murah|kaki lima)|ada harga,? ada (?:rupa|kualitas|barang)|namanya juga',
    '(?:dari|di) (?:pihak )?kami (?:sih|mah)|(?:mungkin|pasti|paling) (?:rusak|pecah|hilang|basah|bocor|penyok|tumpah)(?:nya)? (?:di|saat|waktu|pas)',
  ),
  excuse: any(
    `${SORRY}${SAME}[\\s,](?:tapi|tetapi|namun|cuma|hanya saja|walaupun|meskipun|meski)(?! juga)`,
    `${SORRY}[^.!?\\n]{0,140}[.!?]\\s+(?:tapi|tetapi|namun|hanya saja|cuma)(?! juga)`,
    `(?:karena|akibat|sebab|dikarenakan|lantaran|berhubung|soalnya|gara-gara) (?:sedang |lagi |memang |kondisi )?(?:\\p{L}+ (?:sedang |lagi )?)?${BUSY_ID}`,
    `maaf (?:ya )?(?:kalau|jika|bila|apabila) (?:memang )?${YOU_ID} (?:merasa|tersinggung|kecewa|keberatan)`,
    '(?:mohon |harap )?(?:dimaklumi|maklum(?:i)?)|(?:mohon|minta|harap) (?:pengertian|pemakluman)(?:nya)?',
    `${SORRY}${SAME}[\\s,]soalnya`,
    `${SORRY}[^.!?\\n]{0,60}?(?:telat|terlambat|lama|lambat|molor)[^.!?\\n]{0,40}?(?:mogok|macet|hujan|sakit|error|mati|bocor|libur)`,
    'juga manusia|manusia biasa|(?:kami|karena) (?:kan |hanya |cuma |masih |baru )*(?:usaha|toko|warung|umkm) (?:kecil|baru|rumahan)',
  ),
  proves: any(
    'bukti(?:nya)?(?! (?:transfer|pengembalian|pembayaran|bayar|kirim|pembelian))',
    '(?:rekaman )?cctv',
    'rekaman (?:kamera|telepon|video|percakapan)',
    'menurut (?:catatan|data|sistem|rekaman|pengecekan|laporan) (?:kami|toko|sistem)',
    '(?:catatan|data|sistem|rekaman) (?:kami )?(?:menunjukkan|mencatat|membuktikan|memperlihatkan)',
    'tangkapan layar',
    'screenshot(?:nya)?',
    '(?:itu|ini|hal (?:itu|ini|tersebut)|tuduhan(?: \\p{L}+)?|ulasan(?: \\p{L}+)?) (?:sama sekali )?(?:tidak benar|bohong|fitnah|mengada-ada|tidak sesuai (?:fakta|kenyataan))',
    'tidak benar (?:bahwa|kalau|jika)',
    'faktanya|kenyataannya|nyatanya',
    '(?:seperti|sebagaimana) (?:yang )?(?:sudah|telah|pernah) (?:kami|saya) (?:sampaikan|jelaskan|bilang|katakan|informasikan)',
    '(?:riwayat )?chat(?:nya)? (?:masih )?(?:ada|kami simpan|tersimpan)',
    '(?:perlu |ingin |izin(?:kan)? |mau )?(?:kami |saya )?(?:me)?luruskan|klarifikasi',
    '(?:barang|paket|pesanan|produk)(?:nya)? (?:sudah |telah )?(?:kami )?(?:di)?(?:cek|periksa|qc) sebelum (?:di)?(?:kirim|kemas)',
    '(?:kondisi|keadaan)(?:nya)? (?:masih )?(?:baik|bagus|sempurna|utuh) (?:saat|ketika|waktu) (?:di)?(?:kirim|terima|serahkan)',
    'video unboxing',
    '(?:waktu|saat|ketika|pas) (?:kami |saya |di)?(?:packing|kemas|bungkus|kirim|antar|serahkan)[^.!?\\n]{0,30}? (?:bagus|baik|utuh|aman|mulus|lengkap)',
    'resi(?:nya)? jelas|jelas-jelas|ada (?:kok )?(?:video|foto|rekaman)nya|ada di (?:chat|wa|riwayat)',
    '(?:setahu|seingat|sepengetahuan) (?:saya|kami)',
    `${YOU_ID} sendiri (?:kan |lho )?(?:yang )?(?:minta|pesan|bilang|pilih|setuju|oke)`,
    '(?:kami|saya) (?:punya|ada|memiliki|masih simpan) (?:bukti|foto|video|rekaman(?: cctv)?|catatan)',
    'tidak mungkin (?!kami (?:biarkan|abaikan|lupakan))',
    '(?:kami|toko kami) tidak pernah (?:menjual|mengirim|berkata|melakukan|menerima|bilang)',
  ),
  'invites-argument': any(
    '(?:kenapa|mengapa|ngapain) (?:anda|bapak|ibu|kakak|kak|pak|bu|tidak|tak|nggak|gak|ga|baru|kok|harus|bisa|malah)[^.!?\\n]*\\??',
    'bagaimana (?:mungkin|bisa (?!kami|saya))[^.!?\\n]*\\??',
    '(?:kok bisa|masa (?:sih|iya|begitu)|bukankah|apa maksud(?:nya)?)[^.!?\\n]*\\??',
    '(?:coba|tolong|silakan|mohon) (?:anda |bapak |ibu )?(?:di)?(?:jelaskan|buktikan|sebutkan|(?:cek|lihat|baca|periksa|perhatikan|ingat) (?:lagi|kembali|ulang))',
    'siapa yang (?:bilang|menyuruh)',
    'masih (?:saja|aja) (?:komplain|protes|mengeluh|marah|kurang)|mau(?:nya)? (?:apa|gimana|bagaimana)(?: sih)?\\?*',
    'kok (?:baru|tidak|nggak|gak|malah|tiba-tiba)[^.!?\\n]*\\??',
    `(?:kalau|jika|bila) (?:memang )?(?:${NOT_ID}|kurang) (?:suka|puas|mau|cocok|percaya|terima)[^.!?\\n]{0,20}(?:usah|jangan|silakan|cari|pindah|tempat lain)[^.!?\\n]*`,
    '(?:di)?(?:hapus|turunkan|ubah|ganti)(?:kan)? (?:dulu )?(?:ulasan|review|bintang|rating|komentar)(?:nya)?[^.!?\\n]*',
    '(?:cek|baca|pikir|tanya|lihat|periksa) dulu[^.!?\\n]*',
    '(?:ulasan|review|komentar)(?:nya)? (?:ini )?(?:palsu|bohong|settingan|asal|titipan)',
    '(?:jalur hukum|pengacara|polisi|pencemaran nama baik|(?:kami |saya )?(?:akan |bisa )?(?:me)?lapor(?:kan) (?:ke|kepada|anda|akun|ulasan))',
    'jangan (?:asal|sembarangan|menuduh|memfitnah|fitnah|lebay|berlebihan|marah)[^.!?\\n]*',
    `${YOU_ID} kan (?:sudah|tidak|belum|bisa|yang)[^.!?\\n]*\\??`,
    `(?:apa(?:kah)? )?(?:${YOU_ID} )?yakin (?:itu|pesan|beli|dari|memang)[^.!?\\n]*\\?`,
    'silakan (?:saja )?(?:lapor(?:kan)?|tuntut|cari (?:toko|penjual) lain|beli di tempat lain)',
  ),
  'over-promises': any(
    '(?:tidak|tak|nggak|gak) akan (?:pernah )?(?:terjadi|terulang|terlambat|salah|mengulangi?)(?: lagi)?',
    `${NOT_ID} (?:akan|bakal(?:an)?) (?:pernah |ada )?(?:yang )?(?:terjadi|terulang|kejadian|terlambat|telat|salah|rusak|basi|begini|seperti ini)(?: lagi)?`,
    'pasti (?:tidak|akan|selalu|puas|aman|sampai)',
    '(?:di|ter|kami |saya )jamin(?: \\p{L}+)?',
    '(?:akan|pasti) selalu',
    'selalu (?:segar|tepat waktu|sempurna|puas|memuaskan)',
    '(?:100|seratus) ?(?:%|persen) (?:aman|puas|pasti|yakin|segar|sempurna|tidak|terjamin|tepat)',
    'selamanya',
  ),
  'asks-in-public': any(
    '(?:bisa|boleh|mohon|tolong|mungkin)?\\s?(?:anda |bapak |ibu |kakak |kak )?(?:ceritakan|sebutkan|apa yang (?:terjadi|salah|kurang)|kapan (?:belinya|pesannya|kejadiannya)|siapa yang melayani)[^.!?\\n]*\\??',
  ),
};

const english: Phrases = {
  defensive: any(
    "(?:not|wasn[’']?t|isn[’']?t|hardly) (?:really )?(?:our|my|the shop[’']?s) (?:fault|mistake|problem|responsibility|doing)",
    "you (?:really )?(?:should(?:n[’']?t)?(?: not)?|ought to|could) have(?! (?:been|received|had|got|gotten|heard|never|to))",
    "you (?:yourself )?(?:failed to|forgot|did(?:n[’']t| not) (?:read|tell|check|mention|follow)|misread|misunderstood|ordered the wrong|gave (?:us )?the wrong|chose the wrong|stored it wrong)",
    'you are (?:exaggerating|overreacting|wrong|mistaken|the only)',
    '(?:per|as per|according to|in line with|following|followed|follow) (?:all |our |the |standard )*(?:procedures?|polic(?:y|ies)|terms|rules)',
    'we did (?:nothing wrong|everything (?:right|correctly|we could))',
    '(?:if (?:only )?you had|had you)(?: only)? (?:read|told|asked|checked|called|ordered|said|mentioned|waited)',
    '(?:and )?not (?:us|ours|on us|our end)',
    '(?:thousands|hundreds|plenty|lots) of (?:happy|satisfied|other) (?:customers|guests|clients)',
    '(?:have )?never (?:had|heard|received) (?:this|any|an|such|a) (?:\\p{L}+ )?(?:issue|problem|complaint)s?',
    "(?:you(?:[’']re| are)?|maybe you are) (?:just |being |too |so |a bit )+(?:picky|difficult|demanding|rude|impatient|sensitive)",
    'you (?:came|arrived|ordered|called) (?:\\p{L}+ ){0,3}(?:late|closing|minutes)',
    '(?:we|i) (?:only|just|merely) (?:sell|ship|resell|send)',
    `(?:our |the )?${OTHERS_EN}[’']?s (?:own )?(?:fault|mistake|error|problem|responsibility)`,
    `(?:because of|due to|blame|fault of) (?:the |our |a )?${OTHERS_EN}`,
    `${OTHERS_EN} (?:(?:who|that) )?(?:is|was|were|are|lost|damaged|broke|delayed)(?: (?:to blame|late|careless|responsible|slow|it|them|the \\p{L}+))`,
    '(?:beyond|out of|outside) our control',
    "(?:other|our other|all our other) customers (?:never|don[’']?t|do not|have never|had no|have no|are|were|love)",
    '(?:no one|nobody) else (?:has )?(?:ever )?(?:complained|had)',
    '(?:it (?:is|was) |as )?clearly (?:stated|written|marked|says)',
    'you (?:left|kept|washed|dropped|broke|overloaded|bent|soaked|stored) (?:it|them|the \\p{L}+)(?! safe)',
    'get what you pay for|all sales (?:are )?final|no (?:refunds?|returns?|exchanges?)|non-?refundable',
    '(?:our|the|shop|store) polic(?:y|ies) (?:clearly )?(?:says?|states?|is|are)|polic(?:y|ies) (?:clearly )?(?:says?|states?)',
    "(?:doesn[’']?t|don[’']?t|do not|does not|cannot|can[’']?t|won[’']?t) (?:accept|take|offer|give|do) (?:any )?(?:refunds?|returns?|exchanges?)",
    'next time,? (?:please )?(?:read|check|order|ask|make sure|be)',
  ),
  excuse: any(
    `${SORRY}${SAME}[\\s,](?:but|however|although|though|even though)(?! also)`,
    `${SORRY}[^.!?\\n]{0,140}[.!?]\\s+(?:but|however)(?! also)`,
    `(?:because of|due to|owing to|because) (?:we (?:are|were) |the |our |it was |there (?:is|was) )?(?:so |very )?${BUSY_EN}`,
    '(?:sorry|apologi[sz]e|regret) (?:that )?you (?:feel|felt|think|thought) (?:that way|this way|like that|so|that|we|it|our)',
    '(?:sorry|apologi[sz]e|regret) if (?:you|anyone) (?:feel|felt|think|thought|were offended|found|took)',
    '(?:please understand|bear in mind|keep in mind)',
    '(?:swamped|slammed|short[- ]?(?:staffed|handed)|under-?staffed|overwhelmed|snowed under|run off our feet|rushed off our feet)',
    `${SORRY}[^.!?\\n]{0,60}?(?:late|delay(?:ed)?|long|wait|slow)[^.!?\\n]{0,40}?(?:broke down|broken|sick|ill|stuck|traffic|rain|crashed|jammed|off work)`,
    "only human|(?:we(?:[’']re| are)|as) (?:just |only )?a (?:very )?(?:small|tiny|family|new) (?:shop|business|team|company)",
  ),
  proves: any(
    '(?:our|the) (?:records?|data|system|logs?|cameras?|cctv|files?|history) (?:clearly )?(?:shows?|proves?|indicates?|confirms?|says?)',
    'according to our (?:records?|data|system|logs?|files?)',
    '(?:we have|i have|here is|there is) (?:the )?(?:proof|evidence|footage|recordings?|screenshots?)',
    'cctv|footage|screenshots?|evidence',
    '(?:checked|reviewed|watched|looked at) (?:the|our) (?:cameras?|recordings?|tapes?|logs?|chat(?:s| history)?)',
    '(?:was|were) (?:perfectly |completely )?(?:fine|good|perfect|intact|in (?:good|perfect) (?:order|condition)) when (?:it|they|we)[^.!?\\n]*',
    '(?:to )?set the record straight|for the record|to clarify',
    '(?:tracking|courier|gps|receipt|invoice|chat|contract|photos?|messages?)(?: \\p{L}+)? (?:clearly (?:shows?|says?|proves?)|(?:proves?|(?:shows?|says?|confirms?) (?:that )?(?:it was|you|they were)))',
    'you (?:yourself |clearly )?(?:agreed to|signed for|approved|confirmed (?:it|the|this)|told us (?:to|it|that))',
    '(?:that|this|it|your (?:claim|review|story)) (?:is|was) (?:simply |just |clearly |absolutely )?(?:not true|untrue|false|incorrect|a lie|not correct|not what happened)',
    "(?:that|this)(?:[’']s| isn[’']?t| simply isn[’']?t) (?:simply |just )?(?:not true|untrue|true|false|a lie)",
    '(?:the )?fact is|in actual fact',
    '(?:as|like) (?:we|i) (?:have )?(?:already )?(?:told|said|explained|mentioned|informed)',
  ),
  'invites-argument': any(
    "why (?:did(?:n[’']?t)?|do(?:n[’']?t)?|would(?:n[’']?t)?|not|are|were) (?:you|not|just|simply)[^.!?\\n]*\\??",
    'how (?:could|can|is) (?:you|that|it|this) [^.!?\\n]*(?:possible|possibly|believe|expect|say|claim|happen)[^.!?\\n]*\\??',
    'how (?:is|was) (?:that|it|this) (?:even )?possible\\??',
    "(?:are you sure|did(?:n[’']?t)? you (?:even|not)|what (?:exactly )?do you mean|who told you)[^.!?\\n]*\\??",
    'what (?:did|do|were) you (?:expect|want|think)[^.!?\\n]*\\??',
    '(?:fake|false|malicious|paid) (?:review|claim|story)[^.!?\\n]*',
    '(?:funny|strange|odd|interesting|convenient|curious) (?:how|that) (?:you|it|nobody)[^.!?\\n]*',
    "if you (?:don[’']?t|do not|didn[’']?t) (?:like|want|trust)[^.!?\\n]{0,20} (?:go|don[’']?t|try|find|shop|elsewhere)[^.!?\\n]*",
    '(?:remove|delete|take down|change|edit|revise) (?:your|the|this|that) (?:[\\p{L}-]+ ){0,2}(?:review|rating|comment|post)[^.!?\\n]*',
    '(?:legal action|our lawyers?|defamation|slander|libel|report (?:this|your|the) (?:review|account))',
    '(?:please |can you |could you )?(?:explain|prove) (?:it|that|this|yourself|here|publicly|to everyone|what you mean|why you)[^.!?\\n]*\\??',
    'please (?:explain|clarify)[^.!?\\n]*',
    '(?:go ahead and|feel free to) (?:sue|report|complain|shop|buy|go)[^.!?\\n]*',
  ),
  'over-promises': any(
    '(?:will|shall|can|would) never (?:ever )?(?:happen|occur|be|repeat|let|make|disappoint)[^.!?\\n]{0,20}?(?:again)?',
    'never (?:ever )?(?:happen )?again',
    "(?:won[’']?t|will not) (?:ever )?happen (?:ever )?again",
    'guaranteed?(?! (?:card|period|claim|slip))',
    "(?:will|[’']ll|shall) always",
    'always (?:fresh|on time|perfect|right)',
    '(?:100|one hundred|hundred) ?(?:%|percent|per cent) (?:safe|satisf\\p{L}+|certain|sure|perfect|fresh|on time)',
    'for ever|forever',
  ),
  'asks-in-public': any(
    '(?:can|could|would) you (?:please )?(?:tell|describe|share|say|give)[^.!?\\n]*\\??',
    '(?:what|when) (?:exactly )?(?:happened|went wrong|did you (?:order|buy|visit))[^.!?\\n]*\\??',
    'who served you[^.!?\\n]*\\??',
  ),
};

/** The phrases of the languages a reply is checked in. */
export function phrasesOf(language: Language | 'auto'): readonly Phrases[] {
  if (language === 'id') return [indonesian];
  return language === 'en' ? [english] : [indonesian, english];
}
