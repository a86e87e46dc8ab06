/** What the screen says on which one sees who is told. */
import type {
  DeliveryFault,
  NoticeKind,
  Way,
  WebhookWay,
} from "../../functions/model/recipient.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { RecipientLine, RecipientsView } from "../../functions/present/views/recipients.ts";
import { count, english } from "./speech.ts";

type Done = NonNullable<RecipientsView["done"]>["what"];

const id = {
  title: "Kabar",
  to_help:
    "Siapa yang diberi tahu bila ada yang perlu diketahui: lewat ponsel, Telegram, dan lainnya.",
  lead: "Denyut memberi tahu bila ada yang perlu diketahui, paling banyak sekali sehari untuk tiap perkara, dan tidak pada malam hari. Tidak perlu membuka dasbor dahulu.",
  lead_viewer:
    "Denyut dapat memberi tahu di ponsel ini bila ada yang perlu diketahui, paling banyak sekali sehari untuk tiap perkara, dan tidak pada malam hari.",
  // this device
  device: "Ponsel atau komputer ini",
  device_help:
    "Pesan muncul di layar ponsel walau Denyut tidak dibuka. Peramban akan meminta izin Anda; izin itu hanya dipakai untuk kabar di bawah ini.",
  device_on: "Perangkat ini diberi tahu.",
  turn_on: "Beri tahu saya di sini",
  save: "Simpan",
  turn_off: "Hentikan di perangkat ini",
  needs_script: "Bagian ini memerlukan JavaScript. Telegram dan yang lain tidak.",
  unsupported:
    "Peramban ini tidak bisa menerima kabar. Pada iPhone: ketuk Bagikan, pilih Tambahkan ke Layar Utama, lalu buka Denyut dari ikonnya.",
  denied:
    "Peramban menolak pemberitahuan dari Denyut. Bukalah setelan situs ini di peramban, izinkan pemberitahuan, lalu muat ulang halaman ini.",
  failed: "Belum berhasil. Periksa sambungan, lalu coba lagi.",
  looking: "Memeriksa perangkat ini…",
  unknown:
    "Belum diketahui apakah perangkat ini diberi tahu. Periksa sambungan, lalu muat ulang halaman.",
  off_again: "Perangkat ini tidak diberi tahu lagi.",
  lacks: {
    contact:
      "Kabar di ponsel belum bisa: layanan pemberitahuan meminta alamat surel perpustakaan, supaya dapat menghubungi pengirimnya.",
    key: "Kabar di ponsel belum bisa: rahasia VAPID_KEYS belum dibuat. Jalankan npm run deploy sekali lagi.",
    link: "Kabar di ponsel hanya untuk pemegang tautan. Mintalah tautan kepada pengelola.",
  },
  lacks_viewer:
    "Kabar di ponsel belum bisa. Mintalah pengelola mengisi surel perpustakaan di halaman ini.",
  contact: "Surel perpustakaan",
  contact_help:
    "Hanya diberitahukan kepada layanan pemberitahuan peramban, tidak kepada orang lain.",
  contact_set: "Ubah surel perpustakaan",
  // the list
  told: "Yang diberi tahu",
  nobody: "Belum ada.",
  ways: {
    push: "Perangkat",
    telegram: "Telegram",
    slack: "Slack",
    discord: "Discord",
    json: "Program lain",
  } satisfies Record<Way, string>,
  by_link: (link: string) => `lewat tautan “${link}”`,
  sent: (when: string) => `Pesan terakhir sampai ${when}.`,
  not_sent: "Belum ada pesan.",
  failed_at: (when: string, why: string) => `Gagal ${when}: ${why}.`,
  waiting: (letters: number) => `${count("id", letters)} pesan menunggu.`,
  given_up: (letters: number) => `${count("id", letters)} pesan tidak jadi dikirim minggu ini.`,
  states: {
    on: null,
    gone: "Sudah tidak ada di sana, jadi tidak dikirimi lagi. Bila sudah dibetulkan, kirim pesan percobaan.",
    over: "Tautannya sudah tidak berlaku, jadi tidak dikirimi lagi.",
  } satisfies Record<RecipientLine["state"], string | null>,
  faults: {
    timeout: "tidak menjawab pada waktunya",
    unreachable: "tidak dapat dihubungi",
    busy: "sedang bermasalah di sana",
    throttled: "minta jeda dahulu",
    refused: "pesannya ditolak; periksa token, alamat, atau izinnya",
    gone: "sudah tidak ada di sana",
    too_large: "pesannya terlalu panjang",
    redirected: "menunjuk ke alamat lain, yang tidak diikuti",
    no_key: "alamatnya tidak dapat dibuka: CREDENTIALS_KEY hilang atau berganti",
    no_contact: "surel perpustakaan belum diisi",
    no_vapid: "rahasia VAPID_KEYS belum dibuat",
  } satisfies Record<DeliveryFault, string>,
  try: "Kirim pesan percobaan",
  change: "Ubah",
  remove: "Hapus",
  // the forms
  add: "Tambah penerima",
  name: "Nama",
  name_hint: "Grup pengelola",
  kinds_label: "Yang dikabarkan",
  choose_kinds: "Pilih yang dikabarkan",
  kinds: {
    stopped: "Pengumpulan berhenti, dan berjalan lagi",
    token: "Sambungan hampir berakhir, dan tersambung lagi",
    weak: "Akun melemah, dan pulih",
    silence: "Akun lama tidak terbit, dan terbit lagi",
    event: "Langkah promosi acara yang belum ada",
    questions: "Pertanyaan yang menunggu jawaban lebih dari sehari",
    figures: "Angka yang perlu dimasukkan",
    report: "Laporan bulanan sudah jadi",
    decree: "Hari libur tahun depan yang masih perkiraan",
    strong: "Akun sedang kuat",
  } satisfies Record<NoticeKind, string>,
  weekly: "Kabar mingguan, tiap Jumat pukul 15.00: teks siap diteruskan ke grup",
  quiet: "Jam tenang",
  quiet_from: "Jam tenang mulai",
  quiet_to: "sampai",
  quiet_help:
    "Pada jam ini tidak ada pesan; yang penting menunggu sampai pagi. Isi sama: tanpa jam tenang.",
  language: "Bahasa pesan",
  languages: { id: "Indonesia", en: "Inggris" } satisfies Record<Language, string>,
  save_it: "Simpan penerima",
  token: "Token bot",
  chat: "Nomor obrolan (boleh kosong)",
  url: "Alamat webhook",
  guides: {
    telegram: [
      "Di Telegram, buka obrolan dengan @BotFather, kirim /newbot, lalu beri nama. Salin token yang diberikannya.",
      "Tambahkan bot itu ke grup Anda, lalu kirim satu pesan di grup itu, misalnya /mulai.",
      "Simpan di bawah ini. Nomor obrolannya dicarikan dari pesan tadi; isi hanya bila diminta.",
    ],
    slack: [
      "Di api.slack.com/apps, buat aplikasi baru dari awal untuk ruang kerja Anda.",
      "Buka Incoming Webhooks, nyalakan, lalu tambahkan webhook ke saluran yang dituju. Salin alamatnya.",
    ],
    discord: [
      "Di Discord, buka setelan saluran yang dituju, lalu Integrasi, lalu Webhook.",
      "Buat webhook baru dan salin URL-nya.",
    ],
    json: [
      "Untuk program Anda sendiri, juga n8n, Make, atau Zapier: tiap pesan dikirim (POST) ke alamat https sebagai JSON dengan id, kind, state, since, library, title, body, dan url.",
      "Pesan yang sama dapat datang dua kali bila kiriman terputus; id-nya sama, abaikan yang kedua.",
    ],
  } satisfies Record<WebhookWay, string[]>,
  secret_kept: "Disimpan tersandi, dan tidak ditampilkan lagi.",
  refused: "Belum tersimpan. Perbaiki yang ditandai:",
  done: {
    added: "Penerima disimpan. Kirim pesan percobaan untuk memastikan sampai.",
    saved: "Tersimpan.",
    removed: "Penerima dihapus.",
    tried: "Pesan percobaan terkirim.",
    contact: "Surel perpustakaan disimpan.",
  } satisfies Record<Done, string>,
  tried_failed: (why: string) => `Pesan percobaan tidak sampai: ${why}.`,
};

const en: typeof id = {
  title: "Messages",
  to_help: "Who is told when there is something to know: by phone, Telegram and others.",
  lead: "Denyut tells people when there is something to know, at most once a day for each matter, and not at night. Nobody has to open the dashboard first.",
  lead_viewer:
    "Denyut can tell you on this phone when there is something to know, at most once a day for each matter, and not at night.",
  device: "This phone or computer",
  device_help:
    "Messages appear on the screen even when Denyut is closed. The browser will ask for your permission; it is used for the news below and nothing else.",
  device_on: "This device is told.",
  turn_on: "Tell me here",
  save: "Save",
  turn_off: "Stop on this device",
  needs_script: "This part needs JavaScript. Telegram and the others do not.",
  unsupported:
    "This browser cannot take messages. On an iPhone: tap Share, choose Add to Home Screen, then open Denyut from its icon.",
  denied:
    "The browser refuses notifications from Denyut. Open this site’s settings in the browser, allow notifications, then load this page again.",
  failed: "That did not work. Check the connection and try again.",
  looking: "Looking at this device…",
  unknown:
    "It is not known whether this device is told. Check the connection, then load the page again.",
  off_again: "This device is told no more.",
  lacks: {
    contact:
      "Messages on phones are not possible yet: the push services ask for the library’s e-mail address, so that they can reach whoever sends.",
    key: "Messages on phones are not possible yet: the secret VAPID_KEYS has not been made. Run npm run deploy once more.",
    link: "Messages on phones are for holders of a link. Ask the admin for one.",
  },
  lacks_viewer:
    "Messages on phones are not possible yet. Ask the admin to fill in the library’s e-mail address on this page.",
  contact: "The library’s e-mail address",
  contact_help: "Told to the browsers’ push services alone, and to nobody else.",
  contact_set: "Change the library’s e-mail address",
  told: "Who is told",
  nobody: "Nobody yet.",
  ways: {
    push: "Device",
    telegram: "Telegram",
    slack: "Slack",
    discord: "Discord",
    json: "Another program",
  },
  by_link: (link) => `by the link “${link}”`,
  sent: (when) => `The last message arrived on ${when}.`,
  not_sent: "No message yet.",
  failed_at: (when, why) => `Failed on ${when}: ${why}.`,
  waiting: (letters) => `${english(letters, "message is", "messages are")} waiting.`,
  given_up: (letters) => `${english(letters, "message was", "messages were")} given up this week.`,
  states: {
    on: null,
    gone: "It is not there any more, so nothing is sent to it. Once that is mended, send a test message.",
    over: "Its link opens nothing any more, so nothing is sent to it.",
  },
  faults: {
    timeout: "it did not answer in time",
    unreachable: "it could not be reached",
    busy: "something is wrong over there",
    throttled: "it asked for a pause",
    refused: "it refused the message; check the token, the address or its rights",
    gone: "it is not there any more",
    too_large: "the message was too long",
    redirected: "it points to another address, which is not followed",
    no_key: "its address cannot be opened: CREDENTIALS_KEY is missing or has changed",
    no_contact: "the library’s e-mail address is not set",
    no_vapid: "the secret VAPID_KEYS has not been made",
  },
  try: "Send a test message",
  change: "Change",
  remove: "Remove",
  add: "Tell somebody else",
  name: "Name",
  name_hint: "The team’s group",
  kinds_label: "What is told",
  choose_kinds: "Choose what is told",
  kinds: {
    stopped: "Collecting stopped, and works again",
    token: "A connection ends soon, and is made anew",
    weak: "An account is weak, and has recovered",
    silence: "An account is silent for long, and publishes again",
    event: "A step of an event’s promotion is missing",
    questions: "A question waits for longer than a day",
    figures: "Figures are needed",
    report: "The monthly report is ready",
    decree: "Next year’s holidays are not official yet",
    strong: "An account is strong",
  },
  weekly: "The week’s news, on Fridays at 15.00: a text ready to be sent on to a group",
  quiet: "Quiet hours",
  quiet_from: "Quiet from",
  quiet_to: "until",
  quiet_help:
    "Nothing is sent then; what matters waits for the morning. Both alike: no quiet hours.",
  language: "Language of the messages",
  languages: { id: "Indonesian", en: "English" },
  save_it: "Save this recipient",
  token: "The bot’s token",
  chat: "The chat’s number (may stay empty)",
  url: "The webhook’s address",
  guides: {
    telegram: [
      "In Telegram, open a chat with @BotFather, send /newbot and give it a name. Copy the token that it gives you.",
      "Add the bot to your group, then send a message in that group, such as /start.",
      "Save it below. The chat’s number is found by that message; fill it in only if you are asked to.",
    ],
    slack: [
      "At api.slack.com/apps, make a new app from scratch for your workspace.",
      "Open Incoming Webhooks, turn it on, and add a webhook to the channel. Copy its address.",
    ],
    discord: [
      "In Discord, open the channel’s settings, then Integrations, then Webhooks.",
      "Make a new webhook and copy its URL.",
    ],
    json: [
      "For a program of your own, and for n8n, Make or Zapier: each message is sent (POST) to an https address as JSON with id, kind, state, since, library, title, body and url.",
      "The same message may come twice where sending broke off; its id is the same, drop the second.",
    ],
  },
  secret_kept: "Kept encrypted, and not shown again.",
  refused: "Not saved yet. Please mend what is marked:",
  done: {
    added: "The recipient was saved. Send a test message to be sure that it arrives.",
    saved: "Saved.",
    removed: "The recipient was removed.",
    tried: "The test message was sent.",
    contact: "The library’s e-mail address was saved.",
  },
  tried_failed: (why) => `The test message did not arrive: ${why}.`,
};

export const recipientWords: Record<Language, typeof id> = { id, en };
