/** What the form of the working hours says. */
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: "Jam kerja",
  help: "Waktu menjawab komentar dihitung dua kali: dalam semua jam, dan hanya dalam jam kerja. Hari libur nasional, cuti bersama, dan hari yang tidak ikut dihitung (catatan di kalender) bukan jam kerja.",
  to_help: "Dipakai untuk menghitung berapa lama komentar menunggu jawaban.",
  days: "Hari",
  /** Monday first. */
  weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
  from: "Buka",
  to: "Tutup",
  save: "Simpan",
  refused: "Belum tersimpan. Perbaiki yang ditandai:",
};

const en: typeof id = {
  title: "Working hours",
  help: "How long comments wait is counted twice: in all hours, and in working hours alone. Public holidays, shared leave and days that are left out (a note in the calendar) are no working hours.",
  to_help: "By these it is counted how long comments wait for an answer.",
  days: "Days",
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  from: "Opens",
  to: "Closes",
  save: "Save",
  refused: "Not saved yet. Please mend what is marked:",
};

export const workingHoursWords: Record<Language, typeof id> = { id, en };
