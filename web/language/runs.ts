/** What went wrong in a collection, and how an account is doing, in the person's language. */
import type { RunProblemCode } from "../../functions/model/run.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { CollectionLine } from "../../functions/present/views/data.ts";

type RunWords = {
  problems: Record<RunProblemCode, string>;
  states: Record<CollectionLine["state"], string>;
};

const id: RunWords = {
  problems: {
    throttled: "Platform meminta jeda; akun menunggu sampai saat itu",
    token_dead: "Token tidak berlaku lagi; hubungkan lagi akunnya",
    app_refused: "Kunci atau rahasia aplikasinya salah; betulkan, lalu hubungkan lagi akunnya",
    refresh_failed: "Token belum bisa diperbarui; yang lama tetap disimpan",
    permission_missing: "Token tidak punya izin yang diperlukan",
    wrong_account: "Token milik akun lain",
    unknown_account: "Platform tidak mengenal akun itu",
    blocked: "Platform memblokir aplikasi atau akun ini untuk sementara",
    metric_retired: "Platform tidak lagi memberi angka ini; yang lain tersimpan",
    not_supported: "Platform tidak memberi angka ini untuk jenis unggahan ini",
    not_offered: "Platform ini tidak memberi angka ini kepada siapa pun",
    needs_own_token: "Hanya dengan token milik akunnya sendiri, bukan token aplikasi",
    needs_business_api: "Hanya lewat Business API TikTok",
    too_few_people: "Platform menahan angka ini selama orangnya masih terlalu sedikit",
    not_json: "Jawaban platform tidak terbaca",
    truncated: "Jawaban platform terputus di tengah",
    too_large: "Jawaban platform lebih besar dari perkiraan",
    timeout: "Platform tidak menjawab pada waktunya",
    unreachable: "Platform tidak bisa dihubungi",
    http_error: "Platform menjawab dengan kesalahan",
    unexpected_answer: "Jawaban platform tidak seperti dokumentasinya",
    partial: "Sebagian belum terbaca; pengambilan berikutnya melanjutkan",
    begun_again: "Platform lupa sampai mana sudah dibaca; dibaca lagi dari yang terbaru",
    out_of_calls: "Jatah panggilan kali ini habis; berikutnya dilanjutkan",
    credits_depleted: "Kredit akun X habis",
    ceiling_reached: "Batas biaya X bulan ini tercapai; X berhenti sampai bulan depan",
    other_version: "Platform memakai versi API yang lain dari yang diminta",
    renamed_conflict: "Nama akun ini sudah dipakai akun lain di sini",
    no_key: "Token yang tersimpan tidak bisa dibuka: kunci Denyut hilang atau berganti",
    crashed: "Pengambilan sebelumnya terputus; dilanjutkan",
    database_busy: "Basis data belum menerimanya; dibaca lagi pada giliran berikutnya",
    internal: "Ada yang salah di Denyut sendiri; hubungi pemasangnya bila berulang",
  },
  states: {
    waiting: "menunggu giliran pertama",
    ok: "berjalan",
    throttled: "jeda diminta platform",
    dead: "perlu dihubungkan lagi",
    paused: "dijeda",
    overdue: "pengumpul berhenti",
  },
};

const en: RunWords = {
  problems: {
    throttled: "The platform asks for a pause; the account waits until then",
    token_dead: "The token opens nothing any more; connect the account again",
    app_refused: "The app’s key or secret is wrong; correct it, then connect the account again",
    refresh_failed: "The token could not be renewed this time; the stored one is kept",
    permission_missing: "The token lacks a permission",
    wrong_account: "The token belongs to another account",
    unknown_account: "The platform knows no such account",
    blocked: "The platform has blocked this app or account for now",
    metric_retired: "The platform no longer gives this figure; the others were stored",
    not_supported: "The platform does not give this figure for this kind of post",
    not_offered: "This platform gives this figure to nobody",
    needs_own_token: "Only with the account’s own token, not with the app’s",
    needs_business_api: "Only through TikTok’s Business API",
    too_few_people: "The platform keeps this figure back while too few people are in it",
    not_json: "The platform answered with something that is not JSON",
    truncated: "The platform’s answer broke off in the middle",
    too_large: "The platform’s answer was larger than expected",
    timeout: "The platform did not answer in time",
    unreachable: "The platform could not be reached",
    http_error: "The platform answered with an error",
    unexpected_answer: "The platform’s answer is not as it documents",
    partial: "A part is still missing; the next runs go on with it",
    begun_again: "The platform lost the place read so far; it is read again from the newest",
    out_of_calls: "No calls were left this time; the next run goes on",
    credits_depleted: "The credits of the X account are used up",
    ceiling_reached: "The month’s ceiling for X is reached; X pauses until next month",
    other_version: "The platform serves another version of its API than the one asked for",
    renamed_conflict: "The account’s name is already that of another account here",
    no_key: "The stored token cannot be opened: Denyut’s key is missing or another one",
    crashed: "The run before broke off; it was taken up again",
    database_busy: "The database did not take it in; the next turn reads it again",
    internal: "Something went wrong in Denyut itself; see the Worker’s log",
  },
  states: {
    waiting: "waiting for its first turn",
    ok: "running",
    throttled: "paused by the platform",
    dead: "must be connected again",
    paused: "paused",
    overdue: "collector stopped",
  },
};

export const runWords: Record<Language, RunWords> = { id, en };
