/** What the human page of the export says. `*…*` marks what counts. */
import type { Language } from "../../functions/present/views/chrome.ts";

/** A tool that reads the export: what to do in it, step by step, with what to paste. */
type How = { tool: string; steps: { text: string; paste?: string }[] };

/** @param base the address up to and with the last slash */
const id = {
  title: (library: string) => `Data media sosial ${library}`,
  lead: "Seseorang dari perpustakaan memberi Anda tautan ini. Di sini angkanya tersedia sebagai tabel yang selalu terbaru, untuk lembar kerja atau dasbor Anda. Tidak perlu masuk, tidak perlu kata sandi.",
  dashboard: "Lihat dasbornya",
  quick: "Paling cepat: Google Sheets",
  quick_text: "Salin rumus ini, lalu tempel di sel A1 sebuah lembar kosong:",
  files: "Enam berkas",
  files_help: "Setiap berkas tersedia sebagai CSV, JSON, dan NDJSON.",
  columns: (count: number) => `Arti ${count} kolomnya`,
  download: "Unduh",
  how: "Cara memakainya",
  hows: (base: string): How[] => [
    {
      tool: "Google Sheets",
      steps: [
        { text: "Buka lembar kosong di *sheets.google.com*." },
        { text: "Tempel di sel A1:", paste: `=IMPORTDATA("${base}days.csv")` },
        {
          text: "Lembar berbahasa Indonesia membaca koma sebagai desimal. Bila kolom tingkat keterlibatan terlihat aneh, pakai:",
          paste: `=IMPORTDATA("${base}posts.csv"; ","; "en_US")`,
        },
        { text: "Sheets mengambil ulang sendiri kira-kira setiap jam." },
      ],
    },
    {
      tool: "Looker Studio",
      steps: [
        { text: "Buat dahulu lembar Google Sheets seperti di atas." },
        { text: "Di Looker Studio pilih *Buat → Sumber data → Google Spreadsheet*." },
        { text: "Pilih lembar itu. Jenis kolom *date* adalah Tanggal." },
        { text: "Jangan jumlahkan *reach*: pakai rata-rata atau median." },
      ],
    },
    {
      tool: "Excel",
      steps: [
        {
          text: "Sekali pakai: unduh berkas ini, lalu klik dua kali. Titik koma dan desimalnya sudah cocok untuk Excel Indonesia.",
          paste: `${base}days.csv?dialect=excel&lang=id&download=1`,
        },
        {
          text: "Agar diperbarui: *Data → Dari Web*, tempel alamat ini, lalu *Muat*. Klik *Segarkan Semua* kapan saja.",
          paste: `${base}days.csv`,
        },
      ],
    },
    {
      tool: "Grafana",
      steps: [
        { text: "Pasang sumber data *Infinity*. Tidak perlu autentikasi." },
        {
          text: "Dalam kueri pilih *JSON, Backend, URL*, dan tempel:",
          paste: `${base}days.json`,
        },
        { text: "Isi Rows/Root dengan *days*, dan jadikan kolom date sebagai waktu." },
      ],
    },
  ],
  filters: "Hanya sebagian",
  filters_text: "Tambahkan di belakang alamat sebuah berkas; boleh digabung:",
  filter: {
    from: "hari pertama",
    to: "hari terakhir",
    account: "satu akun saja, tanpa @",
    download: "sebagai berkas untuk disimpan",
    dialect: "untuk Excel, menurut bahasa perpustakaan ini",
    lang: "bersama dialect=excel: menurut bahasa yang disebut (id atau en), siapa pun yang membukanya",
  },
  promise: "Janji kami",
  promises: [
    "Kolom baru hanya ditambahkan di belakang. Nama dan urutan yang ada tidak berubah.",
    "Kosong berarti tidak diketahui; 0 berarti nol.",
    "Tingkat ditulis sebagai pecahan: 0.021 adalah 2,1%.",
    "Waktu ditulis dalam UTC, hari dalam zona perpustakaan.",
  ],
  machine: "Untuk program",
  machine_text: "Semua berkas, kolom, dan satuan dijelaskan juga untuk mesin:",
  licence: "Lisensi",
  licence_before: "Bebas dipakai dengan menyebut nama perpustakaan: ",
};

const en: typeof id = {
  title: (library) => `Social media data of ${library}`,
  lead: "Somebody at the library gave you this link. Here its figures stand as tables that are always up to date, for your spreadsheet or dashboard. No login, no password.",
  dashboard: "See the dashboard",
  quick: "Quickest: into Google Sheets",
  quick_text: "Copy this formula and paste it into cell A1 of an empty sheet:",
  files: "Six files",
  files_help: "Each is there as CSV, JSON and NDJSON.",
  columns: (count) => `What its ${count} columns mean`,
  download: "Download",
  how: "How to use it",
  hows: (base) => [
    {
      tool: "Google Sheets",
      steps: [
        { text: "Open an empty sheet on *sheets.google.com*." },
        { text: "Paste into cell A1:", paste: `=IMPORTDATA("${base}days.csv")` },
        {
          text: "A sheet in Indonesian reads commas as decimals. Where engagement rates look strange, use:",
          paste: `=IMPORTDATA("${base}posts.csv"; ","; "en_US")`,
        },
        { text: "Sheets fetches it again about once an hour." },
      ],
    },
    {
      tool: "Looker Studio",
      steps: [
        { text: "First make a Google sheet as above." },
        { text: "In Looker Studio choose *Create → Data source → Google Sheets*." },
        { text: "Choose that sheet. The type of *date* is Date." },
        { text: "Never add up *reach*: take its mean or median." },
      ],
    },
    {
      tool: "Excel",
      steps: [
        {
          text: "Once: download this file and double-click it. For an Excel in Indonesian write lang=id.",
          paste: `${base}days.csv?dialect=excel&lang=en&download=1`,
        },
        {
          text: "To keep it fresh: *Data → From Web*, paste this address, then *Load*. Click *Refresh All* at any time.",
          paste: `${base}days.csv`,
        },
      ],
    },
    {
      tool: "Grafana",
      steps: [
        { text: "Install the *Infinity* data source. It needs no authentication." },
        {
          text: "In the query choose *JSON, Backend and URL*, and paste:",
          paste: `${base}days.json`,
        },
        { text: "Set Rows/Root to *days*, and make date the time." },
      ],
    },
  ],
  filters: "Only a part",
  filters_text: "Add these to a file’s address; they can be combined:",
  filter: {
    from: "first day",
    to: "last day",
    account: "one account only, without @",
    download: "as a file to keep",
    dialect: "for Excel, as the library’s own language writes it",
    lang: "with dialect=excel: as the language named writes it (id or en), whoever opens it",
  },
  promise: "Our promise",
  promises: [
    "New columns are only added at the end. Names and order stay as they are.",
    "Empty means unknown; 0 means zero.",
    "Rates are fractions: 0.021 is 2.1%.",
    "Instants are in UTC, days in the library’s zone.",
  ],
  machine: "For programs",
  machine_text: "Every file, column and unit is described for machines as well:",
  licence: "Licence",
  licence_before: "Free to use with the library’s name: ",
};

export const exportWords: Record<Language, typeof id> = { id, en };
