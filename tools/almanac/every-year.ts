/** The days that come on the same dates every year: the library world's own, and the school holidays as they mostly are. */
import type { Certainty } from "../../functions/model/almanac.ts";
import { type Feast, feast } from "./feasts.ts";

/** `MM-DD`, both ends included. */
export type EveryYear = Feast & {
  feast: string;
  from: string;
  to: string;
  certainty: Certainty;
  source: string;
};

type Row = [feast: string, dates: string, name_id: string, name_en: string, source: string];

/** Each stands in two sources at least. */
const LIBRARY: Row[] = [
  ["kartini", "04-21", "Hari Kartini", "Kartini Day", "Keppres 108/1964"],
  ["buku-sedunia", "04-23", "Hari Buku Sedunia", "World Book Day", "UNESCO, 1995"],
  ["hardiknas", "05-02", "Hari Pendidikan Nasional", "National Education Day", "Keppres 67/1961"],
  ["buku-nasional", "05-17", "Hari Buku Nasional", "National Book Day", "Mendiknas, 2002"],
  ["kearsipan", "05-18", "Hari Kearsipan", "Archives Day", "Keputusan Kepala ANRI OT.00/02/2005"],
  ["pustakawan", "07-07", "Hari Pustakawan", "Librarians' Day", "Kepmendikdasmen 81/M/2025"],
  ["anak-nasional", "07-23", "Hari Anak Nasional", "National Children's Day", "Keppres 44/1984"],
  ["gemar-membaca", "09-01/09-30", "Bulan Gemar Membaca", "Reading Month", "Perpusnas, 1995"],
  ["aksara", "09-08", "Hari Aksara Internasional", "International Literacy Day", "UNESCO, 1966"],
  ["kunjung", "09-14", "Hari Kunjung Perpustakaan", "Library Visit Day", "Perpusnas, 1995"],
  ["bulan-bahasa", "10-01/10-31", "Bulan Bahasa", "Language Month", "Badan Bahasa, 1980"],
  ["sumpah-pemuda", "10-28", "Hari Sumpah Pemuda", "Youth Pledge Day", "Keppres 316/1959"],
  ["guru", "11-25", "Hari Guru Nasional", "National Teachers' Day", "Keppres 78/1994"],
  ["dongeng", "11-28", "Hari Dongeng Nasional", "National Storytelling Day", "Kemendikbud, 2015"],
];

/** Every province has a school calendar of its own: these are to be corrected. */
const ROUGHLY = "Perkiraan: berbeda di tiap provinsi";

const SCHOOL: Row[] = [
  ["libur-kenaikan-kelas", "06-15/07-15", "Libur kenaikan kelas", "School year holidays", ROUGHLY],
  ["libur-semester", "12-16/12-31", "Libur semester", "End of term holidays", ROUGHLY],
];

const ofKind =
  (kind: "library" | "school", certainty: Certainty) =>
  ([name, dates, name_id, name_en, source]: Row): EveryYear => {
    const [from = dates, to = from] = dates.split("/");
    return { feast: name, ...feast(kind, name_id, name_en), from, to, certainty, source };
  };

export const EVERY_YEAR: readonly EveryYear[] = [
  ...LIBRARY.map(ofKind("library", "decree")),
  ...SCHOOL.map(ofKind("school", "computed")),
].sort((a, b) => (a.from < b.from ? -1 : 1));
