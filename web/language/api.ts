/**
 * What the readable description of the API says. The operations describe themselves in English; here stands their
 * Indonesian, by what they say: a test finds a sentence that has none.
 */
import type { Who } from "../../functions/model/link.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: "API Denyut",
  lead: "Semua yang tampil di dasbor dapat juga dibaca dan dikirim oleh program: JSON, dengan nama yang sama di mana-mana.",
  machine: "Untuk mesin: OpenAPI 3.1",
  auth: "Siapa boleh memanggil",
  auth_text:
    "Kirim token di kepala permintaan. Token dibuat di tab Data, bagian Tautan, dan dapat dicabut kapan saja.",
  push: "Mengirim angka",
  push_text:
    "Paling banyak 5 MB dan 5.000 pembacaan sekali kirim. Kiriman disimpan seluruhnya atau tidak sama sekali; kiriman yang sama dua kali tidak mengubah apa-apa.",
  errors: "Bila ditolak",
  errors_text:
    "Semua galat berbentuk sama: kode, pesan, dan daftar yang perlu diperbaiki dengan tempatnya.",
  routes: "Semua alamat",
  id: "adalah nomor baris itu sendiri, bilangan bulat.",
  who: "Boleh:",
  parameters: (count: number) => `${count} parameter`,
  required: "wajib",
  /** Who may call, by what the operation says in English. */
  callers: {
    admin: "pengelola",
    view: "tautan untuk melihat, tautan data yang juga membuka dasbor, pengelola",
    "push, admin": "token kirim, pengelola",
    "plan, admin": "tautan rencana, pengelola",
    "export (in the address)": "tautan data (di dalam alamat)",
    anyone: "siapa saja",
  } as Partial<Record<Who, string>>,
  /** `null`: as the operation says. */
  summaries: {
    "POST /api/snapshots":
      "Simpan satu Snapshot, sebuah larik, atau satu per baris (NDJSON); seluruhnya atau tidak sama sekali",
    "POST /api/import":
      "Simpan ekspor CSV dari platform, atau sepotong darinya; dengan dry_run=true hanya dilihat apa yang akan dibawanya",
    "POST /api/typed":
      "Simpan angka yang diketik: pengikut pada suatu hari, atau angka satu unggahan",
    "GET /api/imports": "Yang masuk lewat berkas atau tangan",
    "DELETE /api/imports/{id}": "Urungkan satu impor seluruhnya, sepotong tiap panggilan",
    "GET /api/backup":
      "Seluruh isi perpustakaan, sepotong tiap panggilan: baris pertama menyebut bagian mana barisnya dan apa isi after= berikutnya; npm run backup menjadikannya satu berkas",
    "GET /api/restore": "Apakah cadangan boleh masuk ke sini, atau sudah sejauh mana",
    "POST /api/restore":
      "Masukkan bagian berikutnya dari cadangan ke Denyut yang masih baru; setelah semua masuk, badan kosong menghitung ulang semuanya, sepotong tiap panggilan sampai selesai",
    "DELETE /api/restore":
      "Batalkan pemulihan: yang sudah masuk dihapus lagi, sepotong tiap panggilan sampai selesai",
    "POST /api/rebuild": "Hitung ulang semua angka dari pembacaan mentah, sepotong tiap panggilan",
    "GET /api/responses":
      "Seberapa cepat komentar dijawab, tiap akun dan semuanya, dan komentar yang menunggu",
    "GET /api/settings": "Setelan perpustakaan",
    "GET /api/report/{month}":
      "Laporan satu bulan seperti saat dibuat, atau konsepnya: bulan berjalan, atau bulan yang laporannya belum dibuat",
    "POST /api/report/{month}":
      "Buat laporan satu bulan kembali: menjadi versi baru, bila isinya tentang bulan itu akan lain",
    "PATCH /api/settings": "Ubah setelan perpustakaan; zona waktu baru perlu dihitung ulang",
    "GET /api/accounts": "Akun-akun, dengan pembacaan terakhirnya",
    "POST /api/accounts": "Hubungkan akun: kredensialnya langsung diuji dan disimpan terenkripsi",
    "PATCH /api/accounts/{id}": "Namai akun, atau sembunyikan",
    "POST /api/accounts/{id}/merge":
      "Gabungkan sebuah akun ke akun lain di platform itu yang ternyata sama, sepotong tiap panggilan; diurungkan seperti impor",
    "DELETE /api/accounts/{id}":
      "Lupakan kredensial akun dan sembunyikan; dengan erase=true riwayatnya ikut terhapus",
    "POST /api/collect": "Ambil sekarang",
    "GET /api/runs": "Yang dilakukan tiap pengambilan, dan mengapa gagal",
    "GET /api/overview": "Angka di Ringkasan, tiap akun dan semuanya, dengan periode sebelumnya",
    "GET /api/notices":
      "Yang perlu diketahui atau dilakukan sekarang, sejak kapan berlaku; yang paling mendesak dahulu",
    "GET /api/works":
      "Yang berhasil: penilaian bulan terbaru tiap akun, dan semua akun bersama, dengan perbedaan yang dinyatakan, setiap tingkat, dan jam-jamnya",
    "GET /api/series":
      "Garis satu angka; bagian tanpa nilai tetap ada sebagai null, yang terpotong atau belum selesai bertanda whole: false",
    "GET /api/posts": "Unggahan dengan angkanya",
    "GET /api/posts/{id}": "Satu unggahan dengan semua pembacaannya",
    "PATCH /api/posts/{id}":
      "Betulkan jenis, topik, atau tanda berbayar sebuah unggahan, atau sembunyikan; null membatalkan pembetulan",
    "GET /api/streaks": "Rentetan konten lemah dan kuat dengan buktinya",
    "GET /api/streaks/{id}":
      "Satu rentetan dengan buktinya: unggahannya dan unggahan kebiasaan sebelumnya",
    "POST /api/excused": "Keluarkan sebuah unggahan dari kebiasaan akunnya, dengan alasan",
    "PATCH /api/streaks/{id}":
      "Catat alasan: rentetan itu lalu tidak dihitung sebagai kebiasaan; null membatalkannya",
    "GET /api/plans": "Yang direncanakan, dan unggahan yang memenuhinya di tiap akun",
    "POST /api/plans": "Buat satu rencana, atau rencana berulang",
    "POST /api/plans/import":
      "Masukkan lagi plans.csv: baris dengan id mengubah rencana itu bila versinya masih sama, baris tanpa id membuat rencana; seluruhnya atau tidak sama sekali",
    "PATCH /api/plans/{id}": "Ubah rencana, selama masih versi yang dilihat",
    "DELETE /api/plans/{id}": "Hapus rencana, selama masih versi yang dilihat",
    "POST /api/plans/{id}/post":
      "Tentukan unggahan mana yang memenuhi rencana di suatu akun, atau tidak ada; berlaku seterusnya",
    "GET /api/gaps":
      "Masa sepi yang lalu dan yang akan datang, minggu yang kurang, hari kosong dengan waktu pengisinya, topik menurut umurnya",
    "GET /api/almanac": "Hari-hari yang dikenal kalender, seperti dibetulkan perpustakaan",
    "POST /api/almanac":
      "Tambah hari milik perpustakaan, atau betulkan hari yang sudah ada menurut kuncinya",
    "PATCH /api/almanac/{id}": "Ubah yang dikatakan perpustakaan tentang suatu hari",
    "DELETE /api/almanac/{id}":
      "Lupakan yang dikatakan perpustakaan tentang suatu hari: hari bawaan berlaku lagi seperti semula",
    "GET /api/topics": "Kata penanda topik, dan berapa topik yang dibetulkan orang ditebak sama",
    "POST /api/topics":
      "Tetapkan kata sebuah topik dan terapkan ke unggahan pertama; panggil apply sampai selesai",
    "POST /api/topics/apply":
      "Terapkan katanya ke unggahan berikutnya, sampai selesai; yang dibetulkan orang tetap",
    "GET /api/events": "Acara perpustakaan, dengan hasilnya",
    "POST /api/events": "Buat acara",
    "PATCH /api/events/{id}": "Ubah acara, selama masih versi yang dilihat",
    "DELETE /api/events/{id}": "Hapus acara, selama masih versi yang dilihat; rencananya tetap ada",
    "POST /api/events/{id}/post":
      "Tentukan bahwa sebuah unggahan tentang acara itu, atau bukan; berlaku seterusnya",
    "GET /api/short-links": "Tautan pendek dengan kliknya menurut asal",
    "POST /api/short-links": "Buat tautan pendek",
    "PATCH /api/short-links/{id}": "Ubah tujuan tautan pendek; alamat pendeknya tetap",
    "DELETE /api/short-links/{id}": "Hapus tautan pendek beserta kliknya",
    "GET /api/notes": "Yang dicatat tentang hari-hari, dan mana yang tidak ikut dihitung",
    "POST /api/notes":
      "Catat sesuatu tentang beberapa hari; bila tidak ikut dihitung, unggahannya keluar dari ukuran biasa",
    "PATCH /api/notes/{id}": "Ubah catatan, selama masih versi yang terlihat",
    "DELETE /api/notes/{id}": "Hapus catatan, selama masih versi yang terlihat",
    "GET /api/trials":
      "Uji kecil: apa yang dibandingkan, sejauh mana, dan setelah selesai apa hasilnya; sebelum itu tanpa angka unggahannya",
    "POST /api/trials":
      "Mulai uji kecil: undian ditarik dan rencananya masuk kalender; satu per satu untuk satu akun",
    "PATCH /api/trials/{id}":
      "Hentikan uji, selama masih versi yang terlihat: uji itu lalu tidak mengatakan apa-apa",
    "DELETE /api/trials/{id}": "Hapus uji dengan rencananya, selama belum dimulai",
    "GET /api/subscriptions":
      "Siapa yang diberi tahu: semuanya bagi pengelola, perangkat sendiri bagi pemegang tautan",
    "POST /api/subscriptions":
      "Beri tahu satu lagi: peramban yang meminta, atau (pengelola) sebuah webhook; yang sama lagi mengubah yang dikabarkan kepadanya",
    "DELETE /api/subscriptions/{id}":
      "Berhenti memberi tahu satu; pemegang tautan hanya perangkatnya sendiri, dengan menyebut device",
    "GET /api/targets":
      "Yang ingin dicapai perpustakaan, sejauh mana sekarang, dan perkiraannya sampai Desember",
    "GET /api/target-mix": "Bagian yang diinginkan untuk tiap topik dan jenis dari semua unggahan",
    "POST /api/target-mix":
      "Menentukan bagian yang diinginkan menurut topik atau jenis, seutuhnya: yang tidak disebut tidak punya sasaran",
    "POST /api/targets": "Tetapkan yang ingin dicapai dalam setahun, satu target untuk satu hal",
    "PATCH /api/targets/{id}": "Ubah nilai target, selama masih versi yang terlihat",
    "DELETE /api/targets/{id}": "Hapus target, selama masih versi yang terlihat",
    "GET /api/changes": "Siapa mengubah apa, yang terbaru dahulu",
    "PATCH /api/comments/{id}":
      "Nyatakan bahwa sebuah komentar tak perlu dijawab, atau perlu; nomornya: nomor akunnya, tanda hubung, lalu nomor dari platformnya",
    "POST /api/changes/{id}/undo":
      "Batalkan sebuah perubahan, selama belum ada yang berubah lagi sesudahnya",
    "GET /api/links":
      "Token untuk melihat, mengirim, dan membaca data, dengan pemakaian terakhirnya",
    "POST /api/links": "Buat token",
    "DELETE /api/links/{id}": "Cabut token untuk selamanya",
    "GET /export/v1/{token}/{file}":
      "Berkas accounts, days, posts, snapshots, streaks, plans, events, notes, responses, atau claims sebagai .csv, .json, atau .ndjson; atau datapackage.json",
    "GET /healthz": "Apakah hidup dan masih mengambil? 503 bila pengambilan berhenti",
  } as Record<string, string> | null,
  /** Parameters by what they say in English; those that say nothing stand in `named`. */
  described: {
    "An export token": "Token dari tautan data",
    "SHA-256, in hex, of the address that the browser is reached at: that one alone":
      "SHA-256, heksadesimal, dari alamat peramban itu: hanya yang satu itu",
    "As in the list": "Seperti di daftarnya",
    "What it is compared with; left out: the period before":
      "Pembandingnya; bila kosong: periode sebelumnya",
    "Which of them; left out: the newest": "Versi yang mana; bila kosong: yang terbaru",
    "First day; left out: a year ago": "Hari pertama; bila kosong: setahun lalu",
    "What the slice before says to go on with": "Sambungan yang disebut potongan sebelumnya",
    "Last day; left out: no end": "Hari terakhir; bila kosong: tanpa batas",
    "A year; left out: this one, from October on the next":
      "Tahun; bila kosong: tahun ini, sejak Oktober tahun depan",
    "Those before this number": "Yang sebelum nomor ini",
    "The file's name, such as days.csv": "Nama berkas, misalnya days.csv",
    "The month, such as 2026-10": "Bulan, misalnya 2026-10",
    "Where the file comes from, if it does not say": "Asal berkas, bila tidak tertulis di dalamnya",
    "true: store nothing, and answer what storing would do":
      "true: tidak menyimpan apa-apa, dan menjawab apa yang akan terjadi",
    "Whose file it is, if it does not say: a handle, @handle or the address of the account's page":
      "Milik akun mana, bila tidak tertulis: nama akun, @nama, atau alamat halamannya",
    "The zone of the file's times; left out: what its posts' ids prove, else what such files usually write":
      "Zona waktu di dalam berkas; bila kosong: yang dibuktikan id unggahannya, atau yang biasa bagi jenis berkas itu",
    "How the file writes 9/11/2026; left out: as its rows prove":
      "Cara berkas menulis 9/11/2026; bila kosong: menurut baris-barisnya",
    "When the file was made; left out: what the file, its name or modified say, else now":
      "Kapan berkas dibuat; bila kosong: menurut isinya, namanya, atau modified, atau sekarang",
    "The file's name": "Nama berkasnya",
    "What it is listed as: its archive and its sheet with it; left out: its name":
      "Namanya di daftar, dengan arsip dan lembarnya; tanpa ini: nama berkasnya",
    "When the file was last changed": "Kapan berkas terakhir diubah",
    "Which mark groups thousands; left out: as the file's cells prove":
      "Tanda ribuan; bila kosong: menurut sel-selnya",
    "The same for lengths of time, which have fractions":
      "Sama, untuk lama waktu, yang bisa berkoma",
    "The newest day of a file whose days say no year; left out: as the order of its rows proves":
      "Hari terbaru berkas yang tanggalnya tanpa tahun; bila kosong: menurut urutan barisnya",
    "What a spreadsheet left of long ids; left out: as they look":
      "Apa yang tersisa dari id panjang setelah lembar kerja; bila kosong: menurut bentuknya",
    "Whose file it is, from the decided of a look at the whole of it":
      "Milik siapa berkas itu, dari decided hasil melihat seluruhnya",
    "The import that this piece belongs to, from the answer to the first":
      "Impor pemilik potongan ini, dari jawaban potongan pertama",
    "The number of this piece's first row in the file, whose header is row 1; left out: 2":
      "Nomor baris pertama potongan ini di dalam berkas, dengan judul kolom sebagai baris 1; kosong: 2",
    "Platforms, with commas between them; left out: all": "Platform, dipisah koma; kosong: semua",
    "An account's handle": "Nama sebuah akun",
    "First day of the period (at most five years)": "Hari pertama periode (paling lama lima tahun)",
    "Last day of the period; left out: today": "Hari terakhir periode; kosong: hari ini",
    "Instead of from and to: so long up to today; left out: 28d":
      "Pengganti from dan to: selama itu sampai hari ini; kosong: 28d",
    "What engagement rates are taken of; left out: followers":
      "Pembagi tingkat keterlibatan; kosong: followers",
    "true: everything of the account, for good": "true: semua milik akun itu, untuk selamanya",
    "An account's id or handle; left out: all that have credentials, due or not":
      "Id atau nama sebuah akun; kosong: semua yang punya kredensial, sudah waktunya atau belum",
    "Words that all occur in the caption": "Kata-kata yang semuanya ada di tulisannya",
    '"posts": all but stories': '"posts": semua selain cerita',
    "The next page, from the answer before": "Halaman berikutnya, dari jawaban sebelumnya",
    "Only those before this instant, such as 2026-11-23T05:00:00Z: as next has it":
      "Hanya yang sebelum saat ini, misalnya 2026-11-23T05:00:00Z: seperti yang tertera di next",
    "excel: opens in Excel with a double click, in the library's own language":
      "excel: terbuka di Excel dengan klik dua kali, dalam bahasa perpustakaan ini",
    "with dialect=excel, another: id for semicolons and decimal commas, en for neither":
      "bersama dialect=excel, bahasa lain: id untuk titik koma dan koma desimal, en tanpa keduanya",
    "1: as a file to keep": "1: sebagai berkas untuk disimpan",
  } as Record<string, string> | null,
  named: {
    metric: "Angka yang mana",
    grain: "Per hari, minggu, atau bulan",
    format: "Jenis unggahan saja",
    topic: "Topik unggahan saja",
    sort: "Urutannya",
    state: "Yang berlangsung, yang selesai, atau semua",
  } as Record<string, string>,
};

const en: typeof id = {
  title: "The Denyut API",
  lead: "Whatever the dashboard shows can be read and sent by programs as well: JSON, with the same names everywhere.",
  machine: "For machines: OpenAPI 3.1 (JSON)",
  auth: "Who may call",
  auth_text:
    "Send a token in the request’s header. Tokens are made on the Data tab under Links, and revoked there at any time.",
  push: "Sending figures",
  push_text:
    "At most 5 MB and 5,000 readings a request. It is stored whole or not at all; the same again changes nothing.",
  errors: "When it is refused",
  errors_text:
    "All errors have one shape: a code, a message, and the list of what is to be corrected and where.",
  routes: "All addresses",
  id: "is the row’s own whole number.",
  who: "Who:",
  parameters: (count) => (count === 1 ? "1 parameter" : `${count} parameters`),
  required: "required",
  callers: {
    admin: "admin",
    view: "the holder of a view link, or of an export link that opens the dashboard too; admin",
    "push, admin": "push, admin",
    "export (in the address)": "export (in the address)",
    anyone: "anyone",
  },
  summaries: null,
  described: null,
  named: {
    metric: "Which figure",
    grain: "A day, week or month each",
    format: "Posts of this kind only",
    topic: "Posts about this only",
    sort: "Their order",
    state: "Those going on, those over, or all",
  },
};

export const apiWords: Record<Language, typeof id> = { id, en };
