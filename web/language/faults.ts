/** Refusals in the person's language, by their code: what a form and an import say. */
import { MOST_ACCOUNTS } from "../../functions/model/account.ts";
import { MOST_OF_A_SERIES, MOST_WEEKS_APART } from "../../functions/model/plan.ts";
import type { FaultCode, ProblemCode } from "../../functions/model/problem.ts";
import type { RunProblemCode } from "../../functions/model/run.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

type FaultWords = {
  problems: Record<ProblemCode, string>;
  faults: Record<FaultCode, string>;
  /** Faults that name something behind their words. */
  listed: Partial<Record<FaultCode, (names: string) => string>>;
  /** What a platform says of credentials, where a form has to say it otherwise than a collection's report. */
  credentials: Partial<Record<RunProblemCode, string>>;
  /** A fault that has no field: a sentence. */
  whole: (fault: string) => string;
  offline: string;
  again: (seconds: number) => string;
};

const id: FaultWords = {
  problems: {
    invalid: "Ada yang belum benar.",
    unauthorized: "Anda sudah keluar. Masuk lagi, lalu ulangi.",
    forbidden: "Hanya pengelola yang boleh melakukan ini.",
    not_found: "Sudah tidak ada.",
    conflict: "Sedang dikerjakan di tempat lain. Coba lagi sebentar.",
    gone: "Sudah dicabut.",
    too_large: "Terlalu besar.",
    unsupported: "Jenis berkas ini tidak dikenal.",
    rate_limited: "Terlalu sering. Tunggu semenit, lalu coba lagi.",
    internal: "Ada yang salah di Denyut. Coba lagi; bila berulang, hubungi pemasang Denyut.",
    upstream: "Platform menolak atau tidak menjawab.",
    unavailable: "Belum bisa sekarang. Coba lagi sebentar.",
  },
  faults: {
    required: "wajib diisi",
    unknown_field: "tidak dikenal",
    wrong_type: "bukan isian yang cocok",
    not_one_of: "bukan salah satu pilihannya",
    empty: "tidak boleh kosong",
    too_long: "terlalu panjang",
    too_many: "terlalu banyak sekaligus",
    not_a_count: "harus bilangan bulat 0 atau lebih",
    not_whole: "harus bilangan bulat, misalnya 2480, 2.480, atau 2,480",
    shortened_count:
      "sudah disingkat dan dibulatkan platform; tulis angka lengkapnya, misalnya 1204 untuk 1,2 rb",
    unlikely: "jauh dari angka terakhir; pastikan dulu",
    too_large_a_count: "lebih besar dari yang dihitung platform mana pun",
    unknown_platform: "bukan Facebook, Instagram, X, atau TikTok",
    unknown_format: "bukan jenis unggahan yang dikenal",
    not_an_instant: "bukan tanggal dan jam",
    no_time_zone: "tidak menyebut zona waktunya",
    no_published_at: "waktu terbitnya belum diketahui",
    in_the_future: "ada di masa depan",
    in_the_past: "sudah lewat",
    export_alone:
      "hanya untuk tautan data: tautan untuk melihat memang membuka dasbor, token kirim tidak pernah",
    view_alone: "hanya untuk tautan untuk melihat",
    too_early: "sebelum 2004, saat platform ini belum ada",
    after_read_at:
      "berkas dibuat sebelum unggahan ini terbit; periksa tanggal berkas dan zona waktunya",
    unknown_state: "harus open, closed, atau all",
    unknown_metric: "bukan angka yang punya tren",
    not_a_handle: "harus nama akun seperti dalam alamatnya, tanpa spasi, atau alamat itu sendiri",
    not_a_day: "bukan tanggal yang ada",
    not_an_hour: "bukan jam yang ada, misalnya 09:30",
    too_late: "sesudah tahun 2099",
    not_weeks: `harus 1 sampai ${MOST_WEEKS_APART} minggu`,
    before_first: "sebelum hari pertamanya",
    too_long_a_series: `menjadi lebih dari ${MOST_OF_A_SERIES} rencana`,
    backwards: "sesudah akhir periodenya",
    too_long_a_period: "lebih dari lima tahun",
    unknown_time_zone: "bukan nama zona waktu, seperti Asia/Jakarta",
    bad_url: "bukan alamat yang diawali http:// atau https://",
    control_character: "berisi karakter yang tidak tampak; ketik ulang",
    not_json: "bukan JSON",
    not_utf8: "bukan teks UTF-8; simpan sebagai CSV UTF-8",
    excel_file: "ini berkas Excel; pilih CSV saat mengekspor",
    binary_file: "bukan berkas teks; pilih CSV saat mengekspor",
    zip_file: "ini arsip zip; buka dulu, lalu pilih berkas CSV di dalamnya",
    utf16_file: "ini teks UTF-16 yang terpotong; ekspor lagi",
    not_recognised: "berkas ini bukan ekspor dari Meta Business Suite, X, atau TikTok Studio.",
    missing_columns: "ada kolomnya yang tidak ada di berkas Anda",
    daily_export:
      "ini ekspor harian, yang berisi tambahan tiap hari, bukan jumlah seluruhnya. Ekspor lagi dan pilih Lifetime (seumur hidup)",
    other_account:
      "bukan id akun yang sudah dikenal dengan nama ini. Kalau nama itu sekarang milik akun baru, perbaiki dulu nama akun yang lama di halaman akunnya",
    busy: "belum bisa disimpan sekarang. Coba lagi sebentar lagi",
    other_schema: "basis data tidak cocok dengan versi Denyut ini: jalankan npm run deploy",
    short_admin_token:
      "kata sandi pengelola kurang dari 32 karakter dan bisa ditebak, jadi tidak membuka apa-apa. Pasang yang lain, seperti dijelaskan di README",
    database_full:
      "basis data tidak menerima lagi: penuh sampai ada yang dihapus, atau jatah hari ini habis (kembali pukul 07.00 WIB)",
    same_account: "adalah akun ini sendiri",
    across_platforms: "adalah akun di platform lain",
    other_id: "punya id lain di platform itu, jadi memang akun lain di sana",
    merged_already: "sudah digabungkan ke akun lain; urungkan itu dahulu di daftar impor",
    being_merged: "masih menerima isi akun lain: selesaikan itu dahulu",
    being_rebuilt: "sedang dihitung ulang: selesaikan itu dahulu",
    only_connection:
      "tidak terhubung sendiri, dan sambungan akun yang satu lagi akan berakhir: gabungkan ke arah sebaliknya",
    not_a_rate: "harus persen di atas 0 dan paling banyak 100",
    target_taken: "sudah punya target untuk tahun dan akun ini",
    handle_taken: "sudah dipakai akun lain di sini",
    id_taken: "adalah id akun lain di sini",
    told_by_platform:
      "disebut oleh platformnya sendiri selama akun terhubung; lepas akunnya (riwayat tetap disimpan), betulkan ID-nya, lalu hubungkan lagi",
    unknown_post: "bukan unggahan akun ini yang dikenal",
    other_platform: "bukan platform asal berkas ini",
    several_accounts: "perlu dipilih: berkas ini berisi unggahan beberapa akun",
    two_ids: "memberi satu akun dua id yang berbeda; ekspor lagi berkasnya",
    unknown_account: "bukan akun yang dikenal di sini",
    too_many_accounts: `akun baru lagi, padahal perpustakaan ini sudah punya ${MOST_ACCOUNTS} akun, termasuk yang disembunyikan; hapus satu dahulu`,
    no_account: "berkas tidak menyebut akunnya; pilih akunnya",
    no_figures: "tidak berisi angka; isi sedikitnya satu",
    no_post_id: "tidak memuat id atau tautan sebuah unggahan",
    not_an_id: "bukan id unggahan menurut platform ini",
    not_an_account_id: "bukan id akun: di platform ini id berupa angka, bukan nama",
    unsafe_id:
      "bukan id: hanya boleh huruf, angka, dan tanda . _ - : ~ + = @, dan tidak boleh titik saja",
    not_this_account: "bukan akun asal berkas ini",
    bad_quotes: "membuka tanda kutip yang tidak ditutup",
    too_many_cells: "punya lebih banyak sel daripada kolom di baris pertama",
    damaged_id: "dibulatkan oleh lembar kerja; ekspor lagi dan jangan disimpan di sana",
    other_id_in_link: "bukan id di tautan baris ini: satu kolom diurutkan sendiri; ekspor lagi",
    other_id_in_address: "bukan id di alamat unggahannya",
    other_time_in_id:
      "bukan waktu terbit menurut id unggahannya; kosongkan, atau periksa alamatnya",
    being_undone: "baru sebagian diurungkan: selesaikan dulu di daftar impor",
    duplicate: "ada lagi di bawah; yang terakhir yang dipakai",
    partner: "diterbitkan mitra kolaborasi, bukan akun pemilik berkas ini",
    reply: "balasan kepada seseorang, bukan unggahan",
    header_again: "judul kolom yang terulang",
    cut_off: "putus di tengah: berkasnya terpotong; ekspor lagi",
    column_twice: "ada dua kali di judul kolom, dengan isi yang berbeda",
    no_rows: "tidak punya baris di bawah judul kolomnya",
    other_zone: "bukan zona waktu perpustakaan ini",
    lines_disagree: "berbeda dari baris lain rencana yang sama",
    line_twice: "sudah ada di baris lain rencana yang sama",
    stale_version: "bukan versi yang tersimpan sekarang: ada orang lain yang mengubahnya",
    unknown_almanac_day: "bukan hari yang ada di daftar",
    unknown_plan: "bukan rencana yang ada di sini",
    unknown_event: "bukan acara yang ada di sini",
    no_such_post: "bukan unggahan yang ada di sini",
    ends_before_start: "ada sebelum acara mulai",
    not_a_hashtag: "harus berupa tagar: huruf, angka, dan _ dalam satu kata",
    not_https: "harus berupa alamat yang dimulai dengan https://",
    not_public: "harus menuju tempat umum di internet, dengan namanya dan tanpa sandi di dalamnya",
    own_address: "menuju Denyut sendiri, sehingga berputar terus",
    not_a_slug:
      "harus 2 sampai 39 huruf kecil dan angka, boleh dengan satu tanda hubung di antaranya",
    reserved_slug: "adalah kata yang dipakai Denyut sendiri",
    slug_taken: "sudah dipakai tautan pendek lain",
    date_order: "perlu dipilih: tidak ada yang membedakan tanggal dan bulan di berkas ini",
    unkept_figure: "bukan angka harian yang disimpan di sini",
    several_figures: "memuat beberapa angka; ekspor masing-masing ke berkas sendiri",
    unnamed_figure: "tidak menyebut angka apa isinya: baris pertama, nama angkanya, tidak ada",
  },
  listed: {
    not_one_of: (names) => `harus salah satu dari: ${names}`,
    not_recognised: (names) =>
      `berkas ini bukan ekspor dari Meta Business Suite, X, atau TikTok Studio. Baris pertamanya: ${names}`,
    other_time_in_id: (names) =>
      `bukan waktu terbit menurut id unggahannya (diketik / menurut id: ${names}); kosongkan, atau periksa alamatnya`,
    two_ids: (names) => `memberi satu akun dua id yang berbeda (${names}); ekspor lagi berkasnya`,
    missing_columns: (names) => `berkas Anda tidak punya kolom ${names}`,
  },
  credentials: {
    token_dead: "Platform menolak token ini. Salin yang masih berlaku, lalu coba lagi.",
    ceiling_reached:
      "Batas biaya X bulan ini tercapai, dan mencoba sambungan pun berbiaya. Naikkan batasnya, atau tunggu bulan depan.",
  },
  whole: (fault) => fault.charAt(0).toUpperCase() + fault.slice(1),
  offline: "Tidak tersambung. Periksa jaringan, lalu coba lagi.",
  again: (seconds) => `Menunggu ${seconds} detik, lalu melanjutkan…`,
};

const en: FaultWords = {
  problems: {
    invalid: "Something is not right yet.",
    unauthorized: "You are logged out. Log in again, then repeat.",
    forbidden: "Only the admin may do this.",
    not_found: "It is no longer there.",
    conflict: "It is being worked on elsewhere. Try again in a moment.",
    gone: "It has been revoked.",
    too_large: "Too large.",
    unsupported: "This kind of file is not known.",
    rate_limited: "Too often. Wait a minute, then try again.",
    internal: "Something went wrong in Denyut. Try again; if it stays, tell whoever installed it.",
    upstream: "The platform refused or did not answer.",
    unavailable: "Not possible just now. Try again in a moment.",
  },
  faults: {
    required: "is required",
    unknown_field: "is not known",
    wrong_type: "is not what belongs here",
    not_one_of: "is not one of the choices",
    empty: "must not be empty",
    too_long: "is too long",
    too_many: "is too much at once",
    not_a_count: "must be a whole number of 0 or more",
    not_whole: "must be a whole number, such as 2480, 2.480 or 2,480",
    shortened_count: "is shortened and rounded; type the whole number, such as 1204 for 1.2K",
    unlikely: "is far from the last known figure; make sure of it first",
    too_large_a_count: "is larger than any platform counts",
    unknown_platform: "is not Facebook, Instagram, X or TikTok",
    unknown_format: "is not a known format",
    not_an_instant: "is not a date and time",
    no_time_zone: "does not say its time zone",
    no_published_at: "has no publishing time",
    in_the_future: "lies in the future",
    in_the_past: "lies in the past",
    export_alone:
      "is for an export link alone: a view link opens the dashboard anyway, a push token never",
    view_alone: "is for a view link alone",
    too_early: "lies before 2004, when there was none of these platforms",
    after_read_at:
      "the file was made before this post; check the date of the file and its time zone",
    unknown_state: "must be open, closed or all",
    unknown_metric: "is not a figure that has a trend",
    not_a_handle:
      "must be the account’s name as its address has it, without spaces, or that address",
    not_a_day: "is not a day that exists",
    not_an_hour: "is not an hour of the day such as 09:30",
    too_late: "lies after 2099",
    not_weeks: `must be 1 to ${MOST_WEEKS_APART} weeks`,
    before_first: "lies before the first day",
    too_long_a_series: `makes more than ${MOST_OF_A_SERIES} plans`,
    backwards: "lies after the period’s end",
    too_long_a_period: "is more than five years",
    unknown_time_zone: "is not a time zone’s name, such as Asia/Jakarta",
    bad_url: "is not an address that starts with http:// or https://",
    control_character: "holds characters that cannot be seen; type it anew",
    not_json: "is not JSON",
    not_utf8: "is not UTF-8 text; save it as CSV UTF-8",
    excel_file: "is an Excel file; choose CSV when exporting",
    binary_file: "is not a text file; choose CSV when exporting",
    zip_file: "is a zip archive; unpack it and choose the CSV file in it",
    utf16_file: "is UTF-16 text that was cut off; export it again",
    not_recognised: "is not an export of Meta Business Suite, X or TikTok Studio.",
    missing_columns: "has columns that your file lacks",
    daily_export:
      "is a daily export, which holds what each day added, not the totals. Export again and choose Lifetime",
    other_account:
      "is not the id under which this account is known. Where a new account has the name now, correct the old one's handle first, on its page",
    busy: "could not be stored now. Try again in a moment",
    other_schema: "the database does not fit this version of Denyut: run npm run deploy",
    short_admin_token:
      "the admin's password has fewer than 32 characters and can be guessed, so it opens nothing. Set another, as the README says",
    database_full:
      "the database takes nothing more in: it is full until something is erased, or today's share is spent (it comes back at 0:00 UTC)",
    same_account: "is this account itself",
    across_platforms: "is an account of another platform",
    other_id: "has another id on the platform, and so is another account there",
    merged_already: "was merged into another account; undo that first, in the list of imports",
    being_merged: "is still taking another account in: finish that first",
    being_rebuilt: "is being derived anew: finish that first",
    only_connection:
      "has no connection of its own, and that of the other would end: merge the other way round",
    not_a_rate: "must be a percentage above 0 and at most 100",
    target_taken: "has a target for this year and account already",
    handle_taken: "is the handle of another account here",
    id_taken: "is the id of another account here",
    told_by_platform:
      "is told by the platform itself as long as the account is connected; disconnect the account (its history stays), correct the id, then connect it again",
    unknown_post: "is not a known post of this account",
    other_platform: "is not the platform that the file comes from",
    several_accounts: "has to be chosen: the file holds posts of several accounts",
    two_ids: "gives one account two different ids; export the file again",
    unknown_account: "is not an account that is known here",
    too_many_accounts: `one more account, and this library has ${MOST_ACCOUNTS} already, hidden ones among them; erase one first`,
    no_account: "the file does not name its account; choose it",
    no_figures: "holds no figure; give at least one",
    no_post_id: "has neither an id nor a link of a post",
    not_an_id: "is not a post’s id as this platform writes them",
    not_an_account_id: "is not an account’s id: on this platform that is digits, not a name",
    unsafe_id:
      "is not an id: letters, digits and the marks . _ - : ~ + = @ alone, and not dots alone",
    not_this_account: "is not the account that the file comes from",
    bad_quotes: "opens a quotation mark that nothing closes",
    too_many_cells: "has more cells than the first row has columns",
    damaged_id: "was rounded by a spreadsheet; export again and do not save it there",
    other_id_in_link:
      "is not the id in the row’s link: a column was sorted alone; export the file again",
    other_id_in_address: "is not the id in the post’s address",
    other_time_in_id:
      "is not when the post was published by its id; leave it out, or check the address",
    being_undone: "is only partly undone: finish that first, in the list of imports",
    duplicate: "stands in the file again further down; the last one counts",
    partner: "was published by a partner, not by the account that the file is of",
    reply: "is a reply to somebody, and no post",
    header_again: "is the header again",
    cut_off: "breaks off in its middle: the file was cut off; export it again",
    column_twice: "stands in the header twice, with different cells below",
    no_rows: "has no rows below its header",
    other_zone: "is not this library’s time zone",
    lines_disagree: "differs from another line of the same plan",
    line_twice: "stands in another line of the same plan already",
    stale_version: "is not the one that stands: somebody changed it meanwhile",
    unknown_almanac_day: "is not a day of the list",
    unknown_plan: "is not a plan that is known here",
    unknown_event: "is not an event that is known here",
    no_such_post: "is not a post that is known here",
    ends_before_start: "lies before the event starts",
    not_a_hashtag: "must be a hashtag: letters, digits and _ in one word",
    not_https: "must be an address that starts with https://",
    not_public:
      "must lead to a public place on the internet, by its name and without a login in it",
    own_address: "leads back to Denyut itself, which would turn in a circle",
    not_a_slug: "must be 2 to 39 small letters and digits, with single dashes between them",
    reserved_slug: "is a word that is kept for Denyut itself",
    slug_taken: "is taken by another short link",
    date_order: "has to be chosen: nothing in the file tells day from month",
    unkept_figure: "is not a daily figure that is kept here",
    several_figures: "holds several figures; export each into a file of its own",
    unnamed_figure:
      "does not say which figure it holds: its first line, the figure’s name, is missing",
  },
  listed: {
    not_one_of: (names) => `must be one of: ${names}`,
    not_recognised: (names) =>
      `is not an export of Meta Business Suite, X or TikTok Studio. Its first row is: ${names}`,
    other_time_in_id: (names) =>
      `is not when the post was published by its id (typed / by the id: ${names}); leave it out, or check the address`,
    two_ids: (names) => `gives one account two different ids (${names}); export the file again`,
    missing_columns: (names) => `your file lacks ${names}`,
  },
  credentials: {
    token_dead: "The platform refuses this token. Copy one that is valid, then try again.",
    ceiling_reached:
      "The month’s ceiling for X is reached, and trying a connection costs too. Raise the ceiling, or wait for next month.",
  },
  whole: (fault) => `It ${fault}`,
  offline: "Not connected. Check the network, then try again.",
  again: (seconds) => `Waiting ${seconds} seconds, then going on…`,
};

export const faultWords: Record<Language, FaultWords> = { id, en };
