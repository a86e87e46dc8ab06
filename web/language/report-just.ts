/** What the report's page says of what was just done with it. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { ReportView } from "../../functions/present/views/report.ts";

type Words = { just: Record<NonNullable<ReportView["just"]>, string>; make: string };

export const reportJustWords: Record<Language, Words> = {
  id: {
    just: {
      made: "Laporan dibuat kembali dengan angka sekarang. Yang lama tetap tersimpan.",
      unchanged: "Tidak ada yang berubah sejak laporan ini dibuat: laporannya tetap.",
      settings:
        "Kop dan penanda tangan tersimpan. Laporan yang sudah jadi tetap seperti saat dibuat; buat kembali agar keduanya tercantum.",
    },
    make: "Buat laporan ini kembali",
  },
  en: {
    just: {
      made: "The report was made anew with the figures as they are now. The old one is kept.",
      unchanged: "Nothing has changed since this report was made: it stands as it is.",
      settings:
        "The letterhead and who signs are saved. A report that was made stays as it was; make it anew to have them on it.",
    },
    make: "Make this report anew",
  },
};
