/** What a fault of the input is called; English is what the closed list itself says. */
import { FAULT_MESSAGES, type FaultCode } from "../../functions/model/problem.ts";
import type { Language } from "../../functions/present/view.ts";

const id: Record<FaultCode, string> = {
  required: "wajib diisi",
  unknown_field: "bukan isian yang dikenal",
  wrong_type: "jenis isinya salah",
  empty: "tidak boleh kosong",
  too_long: "terlalu panjang",
  too_many: "memuat terlalu banyak bacaan untuk sekali kirim",
  not_a_count: "harus bilangan bulat 0 atau lebih",
  too_large_a_count: "lebih besar daripada angka platform mana pun",
  unknown_platform: "harus facebook, instagram, x, atau tiktok",
  unknown_format: "bukan jenis unggahan yang dikenal",
  not_an_instant: "harus tanggal dan jam, misalnya 2026-11-23T05:00:00Z",
  no_time_zone: "harus menyebut zona waktunya: akhiri dengan Z atau selisih seperti +07:00",
  no_published_at: "wajib diisi: tanpa tanggal terbit, unggahan tidak punya tempat dalam waktu",
  in_the_future: "berada di masa depan",
  too_early: "lebih awal dari 2004, saat platform-platform ini belum ada",
  not_a_day: "harus tanggal yang ada, misalnya 2026-11-23",
  backwards: "lebih akhir daripada ujung periodenya",
  too_long_a_period: "membuat periode lebih dari lima tahun",
  unknown_time_zone: "harus nama zona waktu, misalnya Asia/Jakarta",
  bad_url: "harus alamat yang diawali http:// atau https://",
  control_character: "tidak boleh memuat karakter kendali",
  not_json: "bukan JSON",
  not_utf8: "bukan teks UTF-8",
  excel_file: "adalah berkas Excel; pilih CSV saat mengunduh dari platform",
  binary_file: "bukan berkas teks; pilih CSV saat mengunduh dari platform",
  utf16_file: "adalah teks UTF-16; simpan sebagai CSV UTF-8",
  not_recognised: "bukan unduhan platform yang dikenal di sini",
  missing_column: "adalah kolom yang seharusnya ada dalam unduhan ini, tetapi tidak ada",
  daily_export:
    "adalah unduhan harian, yang isinya tambahan per hari; pilih Lifetime (seumur hidup) saat mengunduh",
  other_account: "bukan id yang dikenal untuk akun ini",
  unknown_post: "bukan unggahan akun ini yang dikenal atau yang ikut dikirim",
  other_platform: "bukan platform asal berkas ini",
  several_accounts: "menyebut satu akun, tetapi berkasnya memuat beberapa",
  no_account: "tidak menyebut akun pemiliknya",
  no_post_id: "tidak punya id maupun tautan yang mengenali unggahannya",
  damaged_id:
    "dibulatkan oleh aplikasi lembar kerja; unduh lagi berkasnya dan jangan simpan dari sana",
  duplicate: "muncul lagi lebih bawah dalam berkas; yang terakhir yang dihitung",
  in_the_past: "berada di masa lalu",
  unknown_metric: "bukan angka yang punya tren",
  zip_file: "adalah arsip zip; buka dulu, lalu pilih berkas CSV di dalamnya",
  unknown_account: "bukan akun yang dikenal di sini",
  no_figures: "kosong: isilah sedikitnya satu angka",
  not_an_id: "bukan id unggahan menurut bentuk platform ini",
  not_this_account: "bukan akun asal berkas ini",
  bad_quotes: "membuka tanda kutip yang tidak pernah ditutup",
  too_many_cells: "lebih banyak selnya daripada kolom di baris pertama",
};

const faults: Record<Language, Record<string, string>> = { id, en: FAULT_MESSAGES };

/** A fault in the person's language; one that has no words here says what the server said. */
export const sayFault = (language: Language, fault: { code: string; message: string }): string =>
  faults[language][fault.code] ?? fault.message;
