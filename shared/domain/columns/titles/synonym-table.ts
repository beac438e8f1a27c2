import type { ImportField } from '../fields.ts';

/**
 * What people and programs call a column, best first: where two columns of a file want the same
 * field, the earlier synonym wins. Sources: real Indonesian files, the exports of Shopee, Tokopedia,
 * TikTok Shop, Moka, Pawoon and Majoo, Google and Outlook contacts, Mekari Jurnal.
 */
export const SYNONYMS: Readonly<Partial<Record<ImportField, string>>> = {
  'customer.name':
    'nama pelanggan|nama customer|nama konsumen|nama pembeli|nama lengkap|nama toko|customer name|' +
    'customer|pelanggan|pembeli|konsumen|nama member|nama kontak|nama penerima|penerima|full name|' +
    'display name|name|nama|buyer name|buyer|client|client name|recipient|recipient name|' +
    'nama pasien|nama anggota|nama cust|nm pelanggan|nama plg|contact name|file as|' +
    'username pembeli|buyer username|username|bill to|first name|given name|middle name|' +
    'additional name|last name|family name|nama depan|nama tengah|nama belakang|' +
    'kepada|sold to|nama customer lengkap|nama perusahaan|nama instansi|company name|' +
    'atas nama|a n|an|nama alias|pemesan|nama yang memesan|order by|ordered by|dipesan oleh|nama akun',
  'customer.phone':
    'no hp|nomor hp|nomer hp|hp|no telp|nomor telepon|no telepon|telepon|telp|tlp|no tlp|handphone|' +
    'no handphone|nomor handphone|whatsapp|no whatsapp|nomor whatsapp|no wa|nomor wa|wa|phone|' +
    'phone number|phone no|phone #|mobile|mobile phone|mobile number|cell|cell phone|telephone|tel|' +
    'no hp wa|hp wa|no telp hp|telp hp|no hp pelanggan|no hp customer|no telp pembeli|' +
    'no telp penerima|nomor telepon pembeli|nomor telepon penerima|telepon pembeli|' +
    'telepon penerima|telepon pelanggan|no telepon pelanggan|customer phone|recipient number|' +
    'buyer phone|kontak|no kontak|nomor kontak|contact|contact number|home phone|business phone|' +
    'primary phone|other phone|ponsel|no ponsel|nomor ponsel|hape|no hape|no telpon|telpon|' +
    'nomor telpon|nomor telp|contact no|phone value|' +
    'contact phone|phone contact|customer contact|wa aktif|no yang bisa dihubungi|no hp aktif',
  'customer.email':
    'email|e mail|surel|alamat email|alamat surel|email address|e mail address|email pelanggan|' +
    'email customer|customer email|email pembeli|buyer email|emails',
  'customer.externalId':
    'id customer|customer id|id pelanggan|kode pelanggan|kode customer|customer code|customer no|' +
    'no pelanggan|nomor pelanggan|id konsumen|id member|member id|no member|kode member|' +
    'nomor member|no anggota|id pembeli|kode cust|id cust|user id|buyer id|contact id|client id|' +
    'master id|customer number|cust id|cust code|kd pelanggan|username pembeli|buyer username|' +
    'no rm|no rekam medis|nomor rekam medis|no induk|' +
    'akun pembeli|username|akun|no rekam medik|no reg|no registrasi|nis|nisn|nim|no kartu member|no kartu|account number|customer account|kode outlet pelanggan',
  'customer.address':
    'alamat|alamat lengkap|alamat pelanggan|alamat customer|alamat pengiriman|alamat pesanan|' +
    'alamat rumah|alamat penerima|address|full address|detail address|street address|street|' +
    'address street|home street|business street|address formatted|recipient address|' +
    'shipping address|billing address|customer address|jalan|' +
    'lokasi|lokasi kirim|lokasi pengiriman|alamat tujuan|tujuan kirim|alamat antar|tujuan pengiriman|blok rumah|blok no rumah|no rumah|delivery address|' +
    'blok',
  'customer.city':
    'kota|kabupaten|kab|kota kabupaten|kabupaten kota|kab kota|kota kab|city|town|regency and city|' +
    'regency|address city|home city|business city|kota pelanggan|kota tujuan|kota asal|domisili|' +
    'kota kab tujuan|kabupaten tujuan|kota penerima',
  'customer.province':
    'provinsi|propinsi|province|prov|address region|home state|state province|province code|state code',
  'customer.district':
    'kecamatan|kec|district|districts|kelurahan|desa|kel|villages|subdistrict|' +
    'kecamatan tujuan|kelurahan tujuan',
  'customer.postalCode':
    'kode pos|kodepos|postal code|postcode|zip|zip code|zipcode|address postal code|home postal code|' +
    'post code',
  'customer.birthday':
    'tgl lahir|tanggal lahir|tgl lhr|ulang tahun|ultah|birthday|birth date|date of birth|dob|birthdate',
  'customer.gender': 'jenis kelamin|jk|l p|kelamin|gender|sex|lp|jns kelamin',
  'customer.source':
    'sumber|asal|sumber pelanggan|asal pelanggan|tahu dari|kenal dari|source|lead source|' +
    'referral source|channel|saluran|marketplace|platform',
  'customer.taxId': 'npwp|no npwp|nomor npwp|tax id|tax number|vat number|nik npwp',
  'customer.note':
    'catatan pelanggan|catatan customer|customer note|customer notes|notes|note|catatan|keterangan|' +
    'ket|memo|comments',
  'customer.tag':
    'tag|tags|label|labels|grup|group|kelompok|segmen|segment|golongan|grup pelanggan|' +
    'kategori pelanggan|customer group|group membership|categories|tipe pelanggan|member level',
  'customer.kind': 'jenis pelanggan|tipe customer|customer type|level|jenis customer|badan usaha',
  'customer.occupation':
    'pekerjaan|organization title|profesi|occupation|job title|job|profession|jabatan',
  'customer.referredBy':
    'diajak oleh|dibawa oleh|direkomendasikan oleh|rekomendasi dari|rekomendasi oleh|rekomendasi|' +
    'perekomendasi|pengajak|pembawa|dikenalkan oleh|diperkenalkan oleh|yang mengajak|' +
    'yang merekomendasikan|referred by|brought by|recommended by|introduced by|' +
    'upline|sponsor',
  'product.name':
    'nama produk|nama barang|product name|nama item|item name|produk|barang|product|item|items|' +
    'description|item description|deskripsi|deskripsi barang|uraian|nama menu|menu|nama jasa|' +
    'layanan|nama layanan|products|nm barang|nama obat|jenis barang|' +
    'treatment|tindakan|nama paket|nama tindakan|jasa|jenis layanan|menu pesanan|sparepart|' +
    'judul produk|nama komoditas|komoditas|komoditi|nama alat|nama part|item sold|product title',
  'product.sku':
    'sku|nomor referensi sku|kode barang|kode produk|id barang|id produk|seller sku|nomor sku|' +
    'sku penjual|product id|product code|stock code|item code|item id|item no|sku id|sku code|' +
    'stock keeping unit sku|stock keeping unit|kode item|kd barang|barcode|plu|sku induk|kode sku|' +
    'kode menu|product sku|variant sku|' +
    'kode part|part number|part no|no part|kode obat|' +
    'parent sku|parent sku reference no',
  'product.category':
    'kategori|kategori produk|kategori barang|category|product category|jenis produk|departemen|' +
    'dept|kelompok barang|golongan barang|grup barang|product type|item category',
  'product.cost':
    'harga pokok|hpp|modal|harga modal|harga beli|cost|cost price|unit cost|purchase price|harga dasar',
  'product.active':
    'masih dijual|still sold|status barang|status produk|product status|item status|aktif dijual',
  'product.unit':
    'satuan|unit|uom|kemasan|satuan barang|unit of measure|' + 'uo m|sat|unit measure',
  'sale.number':
    'no pesanan|nomor pesanan|no faktur|nomor faktur|no nota|nomor nota|no transaksi|' +
    'nomor transaksi|id transaksi|id invoice|no invoice|nomor invoice|invoice no|invoice number|' +
    'invoice|order id|order no|order number|id pesanan|id order|id nota|id struk|no struk|' +
    'nomor struk|no order|receipt|receipt number|receipt no|receipt id|bill no|bill number|transaction id|transaction no|' +
    'transaction number|nota|faktur|struk|no bukti|nomor bukti|no penjualan|kode transaksi|' +
    'kode penjualan|kode invoice|bill no|bill number|invoice id|sales id|sale id|no bon|bon|' +
    'no referensi|kode nota|' +
    'sales no|sales number|kode booking|no booking|booking id|nomor order|' +
    'no wo|wo|work order|no resep|no tiket|ticket no|ticket id|ticket number|no sewa|id sewa|no kontrak|si no|no si|so no|no so|no kwitansi|no kuitansi|kwitansi|kuitansi|job no|no job|job number|no servis|no service|no spk|no do|no ref|ref no|reference number|no registrasi order|sales invoice|voucher no',
  'sale.date':
    'tanggal transaksi|tgl transaksi|tanggal pembelian|tanggal penjualan|waktu pesanan dibuat|' +
    'tanggal pesanan|tanggal faktur|tgl faktur|tanggal invoice|tanggal nota|tgl nota|' +
    'waktu transaksi|waktu order|tanggal order|tgl order|tgl pesanan|tgl penjualan|tgl beli|' +
    'tanggal beli|order date|invoice date|transaction date|transaction time|sale date|sales date|' +
    'purchase date|order time|created time|created at|order created|date time|tanggal waktu|' +
    'tanggal jam|tanggal dan waktu|tgl jam|tanggal|tgl|date|waktu|payment date|tanggal pembayaran|' +
    'waktu pembayaran|tgl bayar|waktu bayar|tanggal bayar|paid time|datetime|timestamp|trx date|' +
    'create time|create date|created date|receipt date|tanggal servis|tanggal kunjungan|tanggal pesan|tanggal jual|tanggal masuk|tanggal order|' +
    'sold on|sold at|ordered at|tgl servis|tgl periksa|tanggal periksa|tgl kunjungan|tgl sewa|tanggal sewa|tgl mulai|tgl mulai sewa|hari tgl|hari tanggal|tgl trx jam|order placed|purchased on|tgl booking|tanggal booking|booking date',
  'sale.time': 'jam|jam transaksi|pukul|time|waktu|transaction time|receipt time|sales time',
  'sale.status':
    'status pesanan|order status|status transaksi|status|status terakhir|latest status|' +
    'status penjualan|status order|event type|status faktur|status invoice|state|' +
    'status pembayaran|status bayar|payment status|financial status|jenis transaksi|' +
    'tipe transaksi|transaction type|type|tipe',
  'sale.note':
    'catatan dari pembeli|catatan pesanan|catatan pembeli|buyer message|order note|catatan transaksi|' +
    'keterangan transaksi|catatan|keterangan|ket|pesan|notes|note|remarks|remark|memo|message|' +
    'pesan pembeli|permintaan khusus|request|special request|catatan order|instruksi',
  'sale.discount':
    'total diskon|diskon faktur|diskon nota|total discount|order discount|discounts|invoice discount|' +
    'diskon transaksi|voucher|diskon|discount|potongan|disc|voucher ditanggung penjual|' +
    'cart discount|cart discount amount',
  'sale.refund':
    'refunded amount|order refund amount|refund amount|amount refunded|total refund|total refunded|' +
    'refund total|nominal refund|jumlah refund|dana dikembalikan|jumlah pengembalian dana|' +
    'nominal pengembalian dana|total pengembalian dana|order refund',
  'sale.shipping':
    'ongkir|ongkos kirim|biaya pengiriman|biaya kirim|shipping|shipping fee|shipping cost|' +
    'ongkos kirim dibayar oleh pembeli|delivery fee|shipping fee after discount|' +
    'total shipping fee|freight|postage|perkiraan ongkos kirim|' +
    'order shipping|order shipping amount|shipping amount|' +
    'total biaya pengiriman|total ongkir|total ongkos kirim|ongkos antar|biaya antar|delivery charge|delivery cost|shipping price fee|' +
    'shipping total|total shipping|shipping charge|shipping charges',
  'sale.total':
    'grand total|total pembayaran|total bayar|total belanja|total tagihan|total transaksi|' +
    'total faktur|total nota|total penjualan|total amount|order amount|total collected|' +
    'order total|invoice total|nilai transaksi|total invoice|total order|net sales|total|nominal|' +
    'omzet|omset|jumlah|jumlah bayar|nilai|nilai penjualan|jumlah total|nominal transaksi|' +
    'total pembelian|total biaya|order total amount|total sales|net total|total paid|sales|revenue|biaya|' +
    'dibayar|dibayarkan|total dibayar|jumlah dibayar|tagihan|jumlah tagihan|uang|bayar total|total akhir|harga akhir|final amount|final total|amount paid|paid amount|total net|total netto|nilai bersih|total dibayar pembeli|jumlah uang|total uang|total harus dibayar|total price paid|' +
    'nominal bayar|nominal pembayaran|harga nett|harga net|harga bersih|harga deal',
  'sale.paymentMethod':
    'metode pembayaran|cara bayar|cara pembayaran|metode bayar|payment method|payment type|' +
    'jenis pembayaran|tipe pembayaran|pembayaran|payment|bayar|pembayaran via|jenis bayar|' +
    'paid by|tender|tender type|metode|bayar via|payment mode|payment channel|' +
    'via|pay by|tunai non tunai|cash transfer|cash non cash|tunai transfer|jenis byr|tipe bayar|pay type|pay method|bayar pakai|bayar dengan',
  'sale.currency': 'mata uang|currency|currency code|kode mata uang|valuta',
  'line.quantity':
    'qty|kuantitas|quantity|jumlah barang|jumlah produk|jumlah produk dibeli|jumlah item|jumlah beli|' +
    'banyaknya|banyak|jml barang|jml|jumlah|kuantiti|kwantitas|qty terjual|jumlah terjual|units|' +
    'jumlah unit|pcs|quantity sold|item quantity|unit|' +
    'total barang|total item|total qty|jumlah pcs|kuantum|' +
    'qty order|qty sold|porsi|jml porsi|jumlah porsi|pax|kuanti|durasi',
  'line.unitPrice':
    'harga setelah diskon|harga satuan|harga jual|unit price|harga jual satuan|harga per unit|' +
    'harga|price|harga produk|harga barang|selling price|price per unit|harga awal|' +
    'sku unit original price|item price|rate|hrg|harga pcs|hrg satuan|' +
    'tarif|harga tiket|item cost|lineitem price|unit amount|' +
    'h jual|hj|h satuan|hrg jual|harga per pcs|price list|list price|pricelist|harga per kg|harga paket|harga menu|ongkos jahit|retail price|sell price|unit cost price|' +
    'per|deal price|unit cost',
  'line.amount':
    'total harga produk|subtotal produk|subtotal|sub total|jumlah harga|total harga|harga total|' +
    'line total|net sales|penjualan bersih|total bersih|amount|sku subtotal after discount|total|nominal|jumlah|total penjualan|' +
    'total line|jumlah rp|total produk|nilai|line amount|total price|extended price|' +
    'total barang|ttl|biaya|gross sales|' +
    'netto|nett|net|nett amount|net amount|sub|sub ttl|rp|total rp|jumlah netto|ext price|extended amount|nominal rp|jml bersih',
  'line.discount':
    'diskon penjual|diskon dari penjual|diskon produk|diskon barang|diskon item|item discount|' +
    'line discount|sku seller discount|discount amount|diskon|discount|potongan|disc|potongan harga|' +
    'promo|disc amt|disc amount|potongan rp|rabat',
};
