/** What the report's page says of what was just done with it. */
import type { Language } from "../../functions/present/views/chrome.ts";
import type { ReportView } from "../../functions/present/views/report.ts";

type Words = {
  just: Record<NonNullable<ReportView["just"]>, string>;
  make: string;
  superseded: (made: string) => string;
  newest: string;
};

export const reportJustWords: Record<Language, Words> = {
  id: {
    just: {
      made: "Laporan dibuat ulang dengan angka sekarang. Yang lama tetap tersimpan.",
      unchanged: "Tidak ada yang berubah sejak laporan ini dibuat: laporannya tetap.",
      settings:
        "Kop dan penanda tangan tersimpan. Laporan yang sudah jadi belum memuatnya: buat ulang agar keduanya tercantum.",
      dressed:
        "Kop dan penanda tangan sudah tercantum. Isi laporan tidak berubah, jadi tidak ada versi baru.",
    },
    make: "Buat ulang laporan ini",
    superseded: (made) => `Versi ini sudah diganti: versi terbaru dibuat ${made}.`,
    newest: "Buka versi terbaru",
  },
  en: {
    just: {
      made: "The report was made anew with the figures as they are now. The old one is kept.",
      unchanged: "Nothing has changed since this report was made: it stands as it is.",
      settings:
        "The letterhead and who signs are saved. A report that was made does not have them yet: make it anew to put them on it.",
      dressed:
        "The letterhead and who signs are on it now. The report says the same, so there is no new version.",
    },
    make: "Make this report anew",
    superseded: (made) =>
      `Another version took the place of this one: the newest was made ${made}.`,
    newest: "Open the newest version",
  },
};
