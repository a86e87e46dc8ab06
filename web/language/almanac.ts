/** What the almanac's page says. */
import type { AlmanacKind, Certainty } from "../../functions/model/almanac.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  title: (year: string) => `Hari penting ${year}`,
  lead: "Hari libur, cuti bersama, dan hari dunia perpustakaan yang tampil di kalender. Hari yang bergantung pada bulan dihitung menurut kriteria Kementerian Agama, dan dapat bergeser sehari sampai ada keputusannya.",
  decree_missing: (year: string) =>
    `Hari libur ${year} masih perkiraan. Bila keputusan bersama menteri sudah keluar, cocokkan daftar ini dengannya.`,
  years: "Tahun",
  add: "Tambah hari sendiri",
  removed: "Dikeluarkan",
  back: "Kembalikan",
  correct: (name: string) => `Betulkan ${name}`,
  corrected: "dibetulkan di sini",
  perhaps: "perkiraan, bisa bergeser sehari",
  save: "Simpan",
  remove: "Keluarkan",
  as_shipped: "Kembalikan seperti semula",
  kinds: {
    public: "hari libur",
    shared_leave: "cuti bersama",
    school: "libur sekolah",
    library: "hari penting",
    own: "hari sendiri",
  } satisfies Record<AlmanacKind, string>,
  certainties: {
    decree: "sudah diputuskan",
    computed: "masih perkiraan",
  } satisfies Record<Certainty, string>,
  fields: {
    from_on: "Dari",
    to_on: "Sampai (boleh kosong)",
    name_id: "Nama",
    name_en: "Nama dalam bahasa Inggris (boleh kosong)",
    kind: "Jenis",
    certainty: "Kepastian",
    source: "Sumber",
    key: "Hari",
  } as Record<string, string>,
};

const en: typeof id = {
  title: (year) => `Days of note ${year}`,
  lead: "The holidays, shared leave and library days that the calendar shows. Days that depend on the moon are computed by the ministry’s criterion, and may move by a day until they are decreed.",
  decree_missing: (year) =>
    `The holidays of ${year} are not official yet. Once the ministers’ decree is out, check this list against it.`,
  years: "Year",
  add: "Add a day of your own",
  removed: "Taken out",
  back: "Put back",
  correct: (name) => `Correct ${name}`,
  corrected: "corrected here",
  perhaps: "expected, may move by a day",
  save: "Save",
  remove: "Take out",
  as_shipped: "Put back as it was",
  kinds: {
    public: "public holiday",
    shared_leave: "shared leave",
    school: "school holiday",
    library: "day of note",
    own: "own day",
  },
  certainties: { decree: "decreed", computed: "expected" },
  fields: {
    from_on: "From",
    to_on: "Until (may be left empty)",
    name_id: "Name in Indonesian",
    name_en: "Name in English (may be left empty)",
    kind: "Kind",
    certainty: "Certainty",
    source: "Source",
    key: "Day",
  },
};

export const almanacWords: Record<Language, typeof id> = { id, en };
