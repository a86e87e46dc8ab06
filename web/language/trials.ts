/** What trials say: in the list, on their own page, in the form, in the calendar and in a report. */
import type { TrialKind } from "../../functions/model/trial.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { english } from "./speech.ts";

const id = {
  title: "Uji kecil",
  /** One of them. */
  one: (name: string) => `Uji kecil: ${name}`,
  /** In the calendar, and where nothing was tried yet. */
  add: "Coba uji kecil",
  help: "Dua jam terbit atau dua jenis unggahan bergantian selama delapan pekan, diundi. Hanya cara ini yang bisa menunjukkan sebabnya.",
  mark: "uji kecil",
  versus: (a: string, b: string) => `${a} atau ${b}?`,
  state: {
    ahead: (day: string) => `mulai ${day}`,
    week: (week: number, weeks: number) => `pekan ${week} dari ${weeks}`,
    waiting: (day: string) => `menunggu angka terakhir, hasilnya mulai ${day}`,
    broken: (day: string) => `dihentikan ${day}`,
    differs: "berbeda",
    not_shown: "tidak terbukti berbeda",
    cannot_tell: "tidak dapat diputuskan",
    not_kept: "tidak dijalankan sesuai undian",
  },

  // what it says
  at_hour: (hour: string) => `pukul ${hour}`,
  times: (better: string, ratio: string, other: string) =>
    `${better} mendapat sekitar *${ratio} kali* ${other}.`,
  /** By so little, or of so many that drew as many, that no number says it. */
  more: (better: string, other: string) => `${better} mendapat *lebih banyak* daripada ${other}.`,
  between: (low: string, high: string) => `Antara ${low} dan ${high} kali (95%).`,
  up_to: (high: string) => `Lebih dari 1 dan paling banyak ${high} kali (95%).`,
  at_least: (low: string) => `Sedikitnya ${low} kali (95%).`,
  above_one: "Lebih dari 1 kali (95%).",
  by_lot: (every: string) => `Undian saja membuat selisih seperti ini 1 dari ${every} kali.`,
  by_lot_rare: (every: string) =>
    `Undian saja membuat selisih seperti ini kurang dari 1 dari ${every} kali.`,
  inflated:
    "Uji sebesar ini jarang melihat selisih yang kecil, jadi yang terlihat cenderung tampak lebih besar daripada kenyataannya. Bacalah rentangnya.",
  cause: {
    hours:
      "Karena jamnya diundi, bukan isi, hari, atau pekannya yang membuat selisih ini: jamnya sendiri.",
    formats:
      "Karena jenisnya diundi, bukan hari, pekan, atau topiknya yang membuat selisih ini: jenisnya sendiri.",
  } satisfies Record<TrialKind, string>,
  compared: (a: string, of_a: number, b: string, of_b: number) =>
    `Dibandingkan: ${of_a} unggahan ${a} dan ${of_b} unggahan ${b}, menurut undiannya.`,
  not_shown: (a: string, b: string) => `Tidak terbukti berbeda: ${a} dan ${b}.`,
  seen: (better: string, ratio: string, other: string, low: string, high: string) =>
    `Yang terlihat: ${better} mendapat ${ratio} kali ${other}, tetapi apa pun antara ${low} dan ${high} kali masih mungkin.`,
  seen_same: (better: string, other: string, low: string, high: string) =>
    `Yang terlihat: ${better} mendapat hampir sama banyak dengan ${other}, tetapi apa pun antara ${low} dan ${high} kali masih mungkin.`,
  seen_open: "Ke mana pun selisihnya, kebetulan cukup menjelaskannya.",
  could_see: (ratio: string) =>
    `Uji sebesar ini melihat selisih ${ratio} kali dalam 6 dari 10 kejadian; yang lebih kecil bisa luput. Pakailah yang lebih mudah bagi Anda.`,
  not_kept: "Uji ini tidak mengatakan apa-apa: undiannya tidak cukup dijalankan.",
  kept_of: (side: string, kept: number, drawn: number) =>
    `${side}: ${kept} dari ${drawn} terbit sesuai undian dan dapat dibandingkan.`,
  kept_needed: "Diperlukan tiga perempat dari masing-masing.",
  cannot_tell: "Uji ini tidak dapat memutuskan: terlalu sedikit pekan yang bisa dibandingkan.",
  cannot_tell_why:
    "Yang bisa dibandingkan hanya pekan yang memuat keduanya dan unggahannya mendapat reaksi tidak sama banyak. Pekan seperti itu begitu sedikit sehingga undian saja cukup menjelaskan selisih apa pun.",
  broken: "Uji ini dihentikan, jadi tidak mengatakan apa-apa.",
  broken_why: (why: string) => `Sebabnya: ${why}`,
  broken_help:
    "Angkanya tidak ditampilkan: orang sering berhenti justru ketika angkanya sedang tampak bagus.",

  // while it runs
  progress: (published: number, over: number, kept: number) =>
    `${published} dari ${over} yang sudah lewat terbit; ${kept} sesuai undian.`,
  progress_none: "Belum ada yang harus terbit.",
  no_results: (day: string) =>
    `Hasilnya dikatakan sekali, mulai ${day}. Sebelum itu tidak ada hasil antara: siapa mengintip setiap pekan dan berhenti saat tampak bagus keliru 1 dari 8 kali, bukan 1 dari 20.`,
  content:
    "Siapkan isi seperti biasa, lalu terbitkan menurut undian. Jangan simpan isi terbaik untuk salah satu sisi: undian hanya adil bila isinya tidak memilih.",
  power: {
    never: "Selisih dua kali lipat hampir tidak pernah terlihat",
    often: (of_ten: number) => `Selisih dua kali lipat terlihat ${of_ten} dari 10 kali`,
    always: "Selisih dua kali lipat hampir selalu terlihat",
  },
  if_kept: "bila semua terbit sesuai undian",
  power_of: (posts: number) =>
    `Diperkirakan dari naik-turunnya hasil ${posts} unggahan terakhir akun ini.`,
  power_too_few:
    "Kebanyakan unggahan akun ini mendapat kurang dari 4 interaksi: terlalu sedikit untuk dibandingkan. Uji ini kemungkinan besar tidak dapat memutuskan apa-apa.",
  power_usual: "Unggahan akun ini belum cukup untuk diukur; dipakai naik-turun yang lazim.",
  lots: "Undian",
  week: (week: number) => `Pekan ${week}`,
  lot: {
    kept: "terbit sesuai undian",
    other: "terbit, tidak sesuai undian",
    ahead: "",
    late: "belum terbit",
    dropped: "batal",
    gone: "rencananya dihapus",
    off: "rencananya diubah dari undian",
  },
  reactions: (count: string) => `${count} reaksi`,
  holiday: (name: string) => `hari libur: ${name}`,
  beside: (title: string) => `ada rencana lain: ${title}`,
  clashes: (days: number) =>
    `Pada ${days} hari undian ada rencana lain di akun ini. Pindahkan rencana itu ke hari tanpa undian: hari undian hanya untuk satu unggahan.`,

  // what is decided beforehand
  rules: "Yang ditetapkan di muka",
  rule: (a: string, b: string) =>
    `Undian menentukan ${a} atau ${b}: dalam setiap pekan sama banyak, atau selisih satu bila jumlahnya ganjil; dalam delapan pekan persis sama.`,
  /** Of hours that are chosen; `null`: they are not yet. */
  kept_hours: (minutes: number | null) =>
    minutes === null
      ? "Sesuai undian: terbit pada pekannya, paling jauh 90 menit dari jamnya, atau kurang dari setengah jarak kedua jam bila itu lebih singkat."
      : `Sesuai undian: terbit pada pekannya, paling jauh ${minutes} menit dari jamnya.`,
  kept_midnight:
    "Yang terbit di seberang tengah malam termasuk hari lain, jadi tidak sesuai undian.",
  kept_formats: "Sesuai undian: terbit pada pekannya dengan jenis yang diundi.",
  kept_day: "Harinya boleh dipindah dalam pekan yang sama, ke hari tanpa undian.",
  rules_rest: [
    "Satu unggahan pada setiap hari undian. Bila terbit dua atau lebih, yang dihitung ialah yang memuat judul rencananya; bila tidak ada, yang terbit paling dulu, pukul berapa pun dan apa pun jenisnya. Cerita (story) tidak dihitung.",
    "Dinilai sekali, di akhir, dengan membandingkan reaksi di dalam setiap pekan. Bila sebenarnya sama, uji ini keliru menyebut berbeda paling banyak 1 dari 20 kali.",
    "Setiap unggahan dihitung pada sisi yang diundi, juga bila terbit di sisi yang lain. Bila dari salah satu sisi kurang dari tiga perempat yang sesuai undian, uji ini tidak mengatakan apa-apa.",
    "Yang dihitung: suka, komentar, dan dibagikan, dibaca dua hari sesudah terbit. Unggahan berbayar dan yang terhapus tidak ikut.",
    "Dihentikan di tengah jalan, uji ini tidak mengatakan apa-apa.",
  ],
  method: "Cara menghitungnya",

  // the form
  new: "Uji kecil baru",
  which_account: "Untuk akun mana?",
  no_accounts: "Belum ada akun. Masukkan data di tab Data dahulu.",
  running:
    "Akun ini masih menjalankan uji. Satu per satu, supaya undiannya tidak saling mengganggu.",
  to_running: "Lihat uji itu",
  kinds: { hours: "Dua jam terbit", formats: "Dua jenis unggahan" } satisfies Record<
    TrialKind,
    string
  >,
  kind: "Yang dibandingkan",
  a: { hours: "Jam pertama", formats: "Jenis pertama" } satisfies Record<TrialKind, string>,
  b: { hours: "Jam kedua", formats: "Jenis kedua" } satisfies Record<TrialKind, string>,
  choose: "pilih",
  hours_help: "Jarak kedua jam minimal dua jam.",
  at: "Jam semuanya (boleh kosong)",
  at_help: "Dengan jam yang sama, jenislah yang dibandingkan, bukan jamnya.",
  weekdays: "Hari unggah, setiap pekan",
  weekdays_help: "Pilih hanya yang pasti sanggup dijalankan selama delapan pekan.",
  power_lead: "Yang akan terlihat bila satu sisi sebenarnya mendapat dua kali lipat:",
  power_line: (a_week: number, of_ten: string) => `${a_week} hari sepekan: ${of_ten}`,
  power_short: (of_ten: number) =>
    of_ten === 0
      ? "hampir tidak pernah"
      : of_ten === 10
        ? "hampir selalu"
        : `${of_ten} dari 10 kali`,
  starts_on: "Mulai Senin",
  name: "Judul rencananya",
  name_help: "Isinya ditulis nanti, satu per satu, di kalender.",
  name_usual: "Unggahan uji kecil",
  start: "Mulai uji",
  start_help:
    "Undian langsung ditarik dan rencananya masuk kalender; rencana lain tidak berubah. Bisa diurungkan sampai uji dimulai.",
  refused: "Belum dimulai. Perbaiki yang ditandai:",
  fields: {
    account: "Akun",
    kind: "Yang dibandingkan",
    starts_on: "Mulai",
    title: "Judul",
    weekdays: "Hari unggah",
    why: "Sebab",
  } as Record<string, string>,

  // ending it
  stop: "Hentikan uji",
  stop_help:
    "Rencana yang belum lewat dibatalkan, yang sudah lewat tetap. Uji yang dihentikan tidak mengatakan apa-apa.",
  why: "Sebabnya (boleh kosong)",
  remove: "Hapus uji",
  remove_help: "Uji dan semua rencananya dihapus. Bisa selama uji belum dimulai.",
  stale: "Seseorang mengubah uji ini sementara itu. Yang tampil adalah keadaannya sekarang:",
  not_done: "Tidak dijalankan:",
  just: {
    started: (plans: number) => `Uji siap: ${plans} rencana masuk kalender.`,
    broken: "Uji dihentikan; rencana yang belum lewat dibatalkan.",
    removed: (plans: number) => `Uji dan ${plans} rencananya dihapus.`,
  },
  changed: { broken_on: "dihentikan", why: "sebab" } as Record<string, string>,
  made: "membuat uji ini",
  removed: "menghapus uji ini",

  // on a plan's page and in the calendar
  drawn: (what: string) => `Bagian dari uji kecil: diundi ${what}.`,
  drawn_help: {
    hours:
      "Memindahnya ke hari lain tanpa undian dalam pekan yang sama tidak mengapa. Mengubah jamnya berarti tidak menjalankan undian.",
    formats:
      "Memindahnya ke hari lain tanpa undian dalam pekan yang sama tidak mengapa. Mengubah jenisnya berarti tidak menjalankan undian.",
  } satisfies Record<TrialKind, string>,
  off_lot:
    "Rencana ini diubah dari undian: unggahannya tetap dihitung pada sisi yang diundi, sebagai yang tidak dijalankan.",
  to_trial: "Lihat ujinya",
};

const en: typeof id = {
  title: "Trials",
  one: (name) => `Trial: ${name}`,
  add: "Try a small trial",
  help: "Two times of day or two formats take turns for eight weeks, drawn by lot. Nothing else here can show a cause.",
  mark: "trial",
  versus: (a, b) => `${a} or ${b}?`,
  state: {
    ahead: (day) => `begins ${day}`,
    week: (week, weeks) => `week ${week} of ${weeks}`,
    waiting: (day) => `waiting for the last figures, result from ${day}`,
    broken: (day) => `broken off ${day}`,
    differs: "they differ",
    not_shown: "not shown to differ",
    cannot_tell: "cannot be told",
    not_kept: "not carried out as drawn",
  },

  at_hour: (hour) => hour,
  times: (better, ratio, other) => `${better} gets about *${ratio} times* ${other}.`,
  more: (better, other) => `${better} gets *more* than ${other}.`,
  between: (low, high) => `Between ${low} and ${high} times (95%).`,
  up_to: (high) => `More than 1 and at most ${high} times (95%).`,
  at_least: (low) => `At least ${low} times (95%).`,
  above_one: "More than 1 time (95%).",
  by_lot: (every) => `The lots alone make such a difference 1 time in ${every}.`,
  by_lot_rare: (every) => `The lots alone make such a difference less than 1 time in ${every}.`,
  inflated:
    "A trial of this size seldom sees small differences, so what it sees tends to look larger than it is. Read the range.",
  cause: {
    hours:
      "The hour was drawn by lot, so it is neither content, day nor week that makes the difference: it is the hour.",
    formats:
      "The format was drawn by lot, so it is neither day, week nor topic that makes the difference: it is the format.",
  },
  compared: (a, of_a, b, of_b) =>
    `Compared by their lots: ${english(of_a, "post", "posts")} for ${a}, ${english(of_b, "post", "posts")} for ${b}.`,
  not_shown: (a, b) => `Not shown to differ: ${a} and ${b}.`,
  seen: (better, ratio, other, low, high) =>
    `What was seen: ${better} got ${ratio} times ${other}, but anything between ${low} and ${high} times is still possible.`,
  seen_same: (better, other, low, high) =>
    `What was seen: ${better} got about as many as ${other}, but anything between ${low} and ${high} times is still possible.`,
  seen_open: "Whatever the difference, chance explains it.",
  could_see: (ratio) =>
    `A trial of this size sees a difference of ${ratio} times in 6 of 10 cases; smaller ones can slip through. Use whichever is easier for you.`,
  not_kept: "This trial says nothing: its lots were not carried out often enough.",
  kept_of: (side, kept, drawn) =>
    `${side}: ${kept} of ${drawn} went out as drawn and can be compared.`,
  kept_needed: "Three quarters of each are needed.",
  cannot_tell: "This trial cannot tell: too few weeks can be compared.",
  cannot_tell_why:
    "Only a week that has both, and whose posts drew different numbers of reactions, can be compared. Such weeks are so few that the lots alone explain any difference.",
  broken: "This trial was broken off, so it says nothing.",
  broken_why: (why) => `The reason: ${why}`,
  broken_help:
    "Its figures are not shown: people often stop just when the figures happen to look good.",

  progress: (published, over, kept) =>
    `${published} of the ${over} that were due went out; ${kept} as drawn.`,
  progress_none: "Nothing was due yet.",
  no_results: (day) =>
    `The result is said once, from ${day}. There are none in between: whoever peeks every week and stops when it looks good is wrong 1 time in 8, not 1 in 20.`,
  content:
    "Prepare content as usual, then publish it as drawn. Do not keep the best for one side: the lots are only fair where content does not choose.",
  power: {
    never: "A doubling is hardly ever seen",
    often: (of_ten) => `A doubling is seen ${of_ten} times out of 10`,
    always: "A doubling is nearly always seen",
  },
  if_kept: "if all go out as drawn",
  power_of: (posts) => `Going by how much the last ${posts} posts of this account varied.`,
  power_too_few:
    "Most posts of this account draw fewer than 4 interactions: too few to compare. A trial will most likely not be able to tell anything.",
  power_usual: "This account has too few posts to measure; how much posts usually vary stands in.",
  lots: "The lots",
  week: (week) => `Week ${week}`,
  lot: {
    kept: "published as drawn",
    other: "published, not as drawn",
    ahead: "",
    late: "not published yet",
    dropped: "dropped",
    gone: "its plan was removed",
    off: "its plan was changed from the lot",
  },
  holiday: (name) => `holiday: ${name}`,
  beside: (title) => `another plan: ${title}`,
  clashes: (days) =>
    `On ${days === 1 ? "one" : days} of the lots’ days something else is planned for this account. Move it to a day without a lot: a lot’s day is for one post.`,
  reactions: (count) => `${count} ${count === "1" ? "reaction" : "reactions"}`,

  rules: "What is decided beforehand",
  rule: (a, b) =>
    `The lot says ${a} or ${b}: as many of each in every week, or one more of either where the number is odd; exactly as many over the eight.`,
  kept_hours: (minutes) =>
    minutes === null
      ? "As drawn: published in its week, at most 90 minutes from its hour, or less than half of what lies between the two hours if that is shorter."
      : `As drawn: published in its week, at most ${minutes} minutes from its hour.`,
  kept_midnight:
    "A post that goes out after midnight is one of the next day, so it does not count as drawn.",
  kept_formats: "As drawn: published in its week, in the format that was drawn.",
  kept_day: "Its day may be moved within the week, to one that has no lot.",
  rules_rest: [
    "One post on each day of the lots. If there are two or more, the one that names its plan's title counts; if none does, the first of the day, whatever its hour and format. Stories do not count.",
    "Judged once, at the end, comparing reactions inside each week. If the two are really alike, it wrongly says that they differ at most 1 time in 20.",
    "Every post counts for the side that was drawn, also if it went out as the other. If less than three quarters of a side went out as drawn, the trial says nothing.",
    "What counts: likes, comments and shares, read two days after publishing. Paid and removed posts are left out.",
    "Broken off on the way, it says nothing.",
  ],
  method: "How it is computed",

  new: "New trial",
  which_account: "For which account?",
  no_accounts: "There is no account yet. Bring figures on the Data tab first.",
  running: "This account has a trial that runs. One at a time, so that the lots do not meet.",
  to_running: "See that trial",
  kinds: { hours: "Two times of day", formats: "Two formats" },
  kind: "What is compared",
  a: { hours: "First hour", formats: "First format" },
  b: { hours: "Second hour", formats: "Second format" },
  choose: "choose",
  hours_help: "At least two hours apart.",
  at: "The hour of all (may be empty)",
  at_help: "At one and the same hour it is the format that is compared, not the hour.",
  weekdays: "Days of posting, every week",
  weekdays_help: "Only those that you can surely keep for eight weeks.",
  power_lead: "What will be seen if one side really gets twice as much:",
  power_line: (a_week, of_ten) => `${a_week} days a week: ${of_ten}`,
  power_short: (of_ten) =>
    of_ten === 0 ? "hardly ever" : of_ten === 10 ? "nearly always" : `${of_ten} times out of 10`,
  starts_on: "Starts on Monday",
  name: "Title of its plans",
  name_help: "What they are about is written later, one by one, in the calendar.",
  name_usual: "Trial post",
  start: "Start the trial",
  start_help:
    "The lots are drawn at once and the plans go into the calendar; other plans stay as they are. It can be undone until it begins.",
  refused: "Not started yet. Please mend what is marked:",
  fields: {
    account: "Account",
    kind: "What is compared",
    starts_on: "Start",
    title: "Title",
    weekdays: "Days of posting",
    why: "Reason",
  },

  stop: "Break the trial off",
  stop_help:
    "Plans that are still ahead are dropped, those that are over stay. A trial that is broken off says nothing.",
  why: "Why (may be empty)",
  remove: "Remove the trial",
  remove_help: "The trial and all of its plans go. Possible as long as it has not begun.",
  stale: "Somebody changed this trial meanwhile. What is shown is how it stands now:",
  not_done: "Not done:",
  just: {
    started: (plans) => `The trial is set: ${plans} plans are in the calendar.`,
    broken: "The trial was broken off; plans that were still ahead are dropped.",
    removed: (plans) => `The trial and its ${english(plans, "plan", "plans")} were removed.`,
  },
  changed: { broken_on: "broken off", why: "reason" },
  made: "made this trial",
  removed: "removed this trial",

  drawn: (what) => `Part of a trial: ${what} was drawn.`,
  drawn_help: {
    hours:
      "Moving it to a day of the same week that has no other lot is fine. Changing its hour means not carrying out the lot.",
    formats:
      "Moving it to a day of the same week that has no other lot is fine. Changing its format means not carrying out the lot.",
  },
  off_lot:
    "This plan was changed from its lot: its post still counts for the side that was drawn, as one that was not carried out.",
  to_trial: "See the trial",
};

export const trialWords: Record<Language, typeof id> = { id, en };
