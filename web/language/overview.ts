/** What the Overview says. `*…*` marks what counts in a sentence. */

import type { Absence, FigurePart, Formula } from "../../functions/model/figure.ts";
import type { HeadlineMetric } from "../../functions/model/metric.ts";
import type { AccountState } from "../../functions/present/views/overview.ts";
import { count, english } from "./speech.ts";

type State = AccountState["state"];

const id = {
  title: "Ringkasan",
  // the sentence
  empty: "Belum ada angka",
  empty_evidence:
    "Denyut membaca Instagram, Facebook, TikTok, dan X perpustakaan Anda, lalu memberi tahu apakah unggahannya bekerja. Mulailah dari salah satu:",
  empty_steps: {
    account: "Hubungkan akun",
    file: "Masukkan berkas unduhan dari platform",
    typed: "Ketik angka dengan tangan",
  },
  empty_viewer: "Pengelola belum memasukkan angka. Silakan kembali nanti.",
  stopped: (since: string) => `Pengumpulan *berhenti* sejak ${since}`,
  stopped_evidence: (accounts: string) =>
    `Angka ${accounts} tidak bertambah lagi. Yang sudah tersimpan tetap aman; di bawah ini angka terakhir yang diketahui.`,
  stopped_refused:
    "Basis data menolak menulis: penuh, atau jatah hari ini habis. Yang sudah tersimpan tetap aman dan masih bisa dibaca; angka baru belum bisa masuk.",
  stopped_link: "Lihat penyebabnya",
  stale: (since: string) => `Angka terakhir dari *${since}*`,
  stale_evidence: "Masukkan angka baru supaya ringkasan ini kembali berarti.",
  stale_link: "Masukkan angka",
  weak: (platform: string, since: string) => `${platform} *melemah* sejak ${since}`,
  weak_evidence: (posts: string, size: string) => `${posts} terakhir mendapat ${size}.`,
  usual_of_kind: (kind: string | null) => `biasanya untuk jenisnya${kind ? ` (${kind})` : ""}`,
  recovered: (platform: string, since: string) => `${platform} *pulih* sejak ${since}`,
  recovered_evidence: "Unggahan kembali seperti biasa.",
  change: {
    up: (metric: string, platform: string) => `${metric} ${platform} *naik*`,
    down: (metric: string, platform: string) => `${metric} ${platform} *turun*`,
  },
  change_evidence: (before: string, value: string) =>
    `Dari ${before} menjadi *${value}*, dibanding periode sebelumnya.`,
  change_sure: "Perubahan sebesar ini jarang terjadi karena kebetulan.",
  unknown: "Belum bisa *dinilai*",
  unknown_evidence:
    "Denyut perlu mengenal kebiasaan sebuah akun dahulu, dari 15 unggahan. Angkanya sudah dapat dilihat di bawah.",
  calm: "Semua berjalan *seperti biasa*",
  calm_evidence: "Tidak ada akun yang melemah.",
  best: "Yang paling berhasil:",
  no_caption: "unggahan tanpa teks",
  last_posts: (posts: string) => `${posts} terakhir, dibanding biasanya`,
  evidence_link: "Lihat buktinya",
  dots_label: (posts: string, platform: string, below: number) =>
    `${posts} terakhir di ${platform} dibanding biasanya: ${count("id", below)} di bawah kisaran biasa.`,
  // figures
  tap: "Ketuk sebuah angka untuk melihat cara menghitungnya.",
  compared: (days: number) => `dibanding ${count("id", days)} hari sebelumnya`,
  together: "Semua",
  absences: {
    not_available: "tidak tersedia",
    not_read: "belum terbaca",
    not_enough: "data belum cukup",
    no_followers: "jumlah pengikut belum diketahui",
    no_data: "belum ada data",
  } satisfies Record<Absence, string>,
  changes: { same: "tetap", few: "data kurang", none: "tanpa pembanding" },
  unsure: "mungkin kebetulan",
  up: "naik",
  down: "turun",
  points: (value: string) => `${value} dari seratus`,
  trend: "Lihat tren",
  formulas: {
    median_post_rate:
      "Dihitung per unggahan, lalu diambil nilai tengahnya (median): (suka + komentar + dibagikan) ÷ pengikut saat terbit, atas unggahan yang sudah berumur 48 jam.",
    median_post_rate_by_reach:
      "Dihitung per unggahan, lalu diambil nilai tengahnya (median): (suka + komentar + dibagikan) ÷ jangkauan, atas unggahan yang sudah berumur 48 jam.",
    median_post_rate_by_views:
      "Dihitung per unggahan, lalu diambil nilai tengahnya (median): (suka + komentar + dibagikan) ÷ tayangan, atas unggahan yang sudah berumur 48 jam.",
    mean_daily_reach:
      "Rata-rata jangkauan harian. Jangkauan adalah orang, jadi hari-harinya tidak dijumlahkan.",
    median_post_reach: "Nilai tengah (median) jangkauan unggahan yang terbit dalam periode ini.",
    sum_daily_views: "Jumlah tayangan harian akun.",
    sum_post_views: "Jumlah tayangan unggahan yang terbit dalam periode ini.",
    last_followers: "Jumlah pengikut terakhir yang diketahui dalam periode ini.",
  } satisfies Record<Formula, string>,
  /** All platforms together, where they are not simply one more platform. */
  formulas_together: {
    views:
      "Jumlah tayangan semua platform: tayangan harian akun, atau, kalau platformnya tidak memberikannya, tayangan unggahan yang terbit dalam periode ini.",
    followers: "Jumlah pengikut semua platform, menurut angka terakhir yang diketahui.",
  } as Partial<Record<HeadlineMetric, string>>,
  /** A part of a figure by its name; one that has no name here is not shown. */
  parts: {
    posts: "Unggahan dihitung",
    too_early: "Belum 48 jam saat dibaca",
    without_followers: "Tanpa jumlah pengikut",
    without_reach: "Tanpa angka jangkauan",
    without_views: "Tanpa angka tayangan",
    interactions: "Interaksi, jumlah semuanya",
    followers: "Pengikut, median",
    reach: "Jangkauan, median",
    views: "Tayangan, median",
    days: "Hari yang diketahui",
    days_before: "Hari yang diketahui sebelumnya",
    median_post_reach: "Jangkauan per unggahan, median",
    followers_before: "Sebelum periode ini",
    followers_change: "Perubahan",
    followers_gained: "Pengikut baru",
    followers_lost: "Berhenti mengikuti",
    accounts: "Akun yang dijumlahkan",
  } satisfies Record<FigurePart, string>,
  before: "Periode sebelumnya",
  before_as_many: "Sebelumnya, untuk hari sebanyak itu",
  read_at: (when: string, platform: string | null) =>
    `Dibaca ${when}${platform ? ` dari ${platform}` : ""}.`,
  brought_at: (when: string) => `Dari berkas atau ketikan, ${when}.`,
  of_choice: "video pilihan",
  why_of_choice:
    "Berkas TikTok hanya berisi video yang dipilih saat diekspor; video lain dari akun ini tidak diketahui.",
  why_not_together:
    "Orang yang sama dapat terjangkau di beberapa platform, jadi jangkauan tidak dijumlahkan.",
  why: {
    not_available: "Platform ini tidak memberikan angka tersebut.",
    not_read: "Angka ini tidak ada dalam yang sudah dibaca, misalnya berkas tanpa kolomnya.",
    not_enough: "Unggahannya terlalu sedikit untuk angka yang jujur.",
    no_followers: "Tingkat keterlibatan membutuhkan jumlah pengikut saat unggahan terbit.",
    no_data: "Dalam periode ini tidak ada yang terbaca.",
  } satisfies Record<Absence, string>,
  metric_short: {
    engagement_rate: "Tingkat keterlibatan",
    reach: "Jangkauan",
    views: "Tayangan",
    followers: "Pengikut",
  } satisfies Record<HeadlineMetric, string>,
  // the rest
  rhythm: "Keteraturan",
  weeks: (with_posts: number, weeks: number) =>
    with_posts === weeks
      ? "setiap minggu ada unggahan"
      : `${count("id", with_posts)} dari ${count("id", weeks)} minggu ada unggahan`,
  gap: (days: number) => `jeda terpanjang ${count("id", days)} hari`,
  since_last: (days: number) =>
    days === 0 ? "terakhir hari ini" : `terakhir ${count("id", days)} hari lalu`,
  norms: "Dibanding kebiasaannya sendiri",
  states: {
    learning: "belum cukup data",
    too_few: "interaksi terlalu sedikit untuk dinilai",
    normal: "seperti biasa",
    watch: "dipantau",
    weak: "melemah",
    recovered: "pulih",
    new_normal: "tingkat biasa yang baru",
  } satisfies Record<State, string>,
  learning: (judged: number, needed: number) =>
    `Belum cukup data: ${count("id", judged)} dari ${count("id", needed)} unggahan`,
  watch: "Beberapa unggahan di bawah biasanya; belum cukup untuk disebut melemah.",
  new_normal: "Sudah 25 unggahan di tingkat ini; kini dianggap tingkat biasa yang baru.",
  streaks: "Masa lemah dan kuat",
  streaks_none: "Tidak ada masa lemah atau kuat dalam periode ini.",
  streak_kinds: { weak: "lemah", strong: "kuat" },
  withdrawn: "ditarik",
  left_out: (reason: string) => `tidak dihitung: ${reason}`,
  ongoing: "masih berlangsung",
};

const en: typeof id = {
  title: "Overview",
  empty: "No figures yet",
  empty_evidence:
    "Denyut reads your library's Instagram, Facebook, TikTok and X, and tells you whether its posts work. Start with one of these:",
  empty_steps: {
    account: "Connect an account",
    file: "Bring in a file exported from the platform",
    typed: "Type figures by hand",
  },
  empty_viewer: "No figures have been brought in yet. Please come back later.",
  stopped: (since) => `Collecting *stopped* on ${since}`,
  stopped_evidence: (accounts) =>
    `The figures of ${accounts} no longer grow. What is stored is safe; below are the last figures known.`,
  stopped_refused:
    "The database refuses to write: it is full, or today's share is spent. What is stored is safe and can be read; new figures can't come in.",
  stopped_link: "See why",
  stale: (since) => `The last figures are of *${since}*`,
  stale_evidence: "Bring in new figures, so that this overview means something again.",
  stale_link: "Bring in figures",
  weak: (platform, since) => `${platform} has been *weak* since ${since}`,
  weak_evidence: (posts, size) => `The last ${posts} got ${size}.`,
  usual_of_kind: (kind) => `what is usual for their kind${kind ? ` (${kind})` : ""}`,
  recovered: (platform, since) => `${platform} *recovered* since ${since}`,
  recovered_evidence: "Posts are back to usual.",
  change: {
    up: (metric, platform) => `${metric} on ${platform} *rose*`,
    down: (metric, platform) => `${metric} on ${platform} *fell*`,
  },
  change_evidence: (before, value) => `From ${before} to *${value}*, against the period before.`,
  change_sure: "A change this large is rarely chance.",
  unknown: "Too early to *judge*",
  unknown_evidence:
    "Denyut first has to learn what is usual for an account, from 15 posts. The figures below can be read already.",
  calm: "Everything is *as usual*",
  calm_evidence: "No account is in a weak run.",
  best: "What went best:",
  no_caption: "a post without text",
  last_posts: (posts) => `Last ${posts}, against the usual`,
  evidence_link: "See the evidence",
  dots_label: (posts, platform, below) =>
    `The last ${posts} on ${platform} against the usual: ${count("en", below)} below the usual range.`,
  tap: "Tap a figure to see how it is computed.",
  compared: (days) => `against the ${english(days, "day", "days")} before`,
  together: "All",
  absences: {
    not_available: "not available",
    not_read: "not read yet",
    not_enough: "not enough data",
    no_followers: "followers not known yet",
    no_data: "no data yet",
  },
  changes: { same: "steady", few: "too little data", none: "no comparison" },
  unsure: "not certain",
  up: "up",
  down: "down",
  points: (value) => `${value} points`,
  trend: "See the trend",
  formulas: {
    median_post_rate:
      "Computed for each post, then the middle one is taken (median): (likes + comments + shares) ÷ followers at publishing, over the posts that are 48 hours old.",
    median_post_rate_by_reach:
      "Computed for each post, then the middle one is taken (median): (likes + comments + shares) ÷ reach, over the posts that are 48 hours old.",
    median_post_rate_by_views:
      "Computed for each post, then the middle one is taken (median): (likes + comments + shares) ÷ views, over the posts that are 48 hours old.",
    mean_daily_reach: "Average of the daily reach. Reach is people, so days are not added up.",
    median_post_reach: "The middle (median) reach of the posts published in this period.",
    sum_daily_views: "Sum of the account's daily views.",
    sum_post_views: "Sum of the views of the posts published in this period.",
    last_followers: "The last follower count known in this period.",
  },
  formulas_together: {
    views:
      "Sum of the views on all platforms: the account's daily views or, where a platform does not give them, the views of the posts published in this period.",
    followers: "Sum of the followers on all platforms, by the last counts known.",
  },
  parts: {
    posts: "Posts counted",
    too_early: "Not yet 48 hours old when read",
    without_followers: "Without a follower count",
    without_reach: "Without a reach",
    without_views: "Without views",
    interactions: "Interactions, all added up",
    followers: "Followers, median",
    reach: "Reach, median",
    views: "Views, median",
    days: "Days known",
    days_before: "Days known before",
    median_post_reach: "Reach of a post, median",
    followers_before: "Before this period",
    followers_change: "Change",
    followers_gained: "New followers",
    followers_lost: "Unfollows",
    accounts: "Accounts added up",
  },
  before: "Period before",
  before_as_many: "Before, for as many days",
  read_at: (when, platform) => `Read ${when}${platform ? ` from ${platform}` : ""}.`,
  brought_at: (when) => `From a file or typed, ${when}.`,
  of_choice: "chosen videos",
  why_of_choice:
    "A TikTok file holds only the videos that were chosen when it was exported; the account's others are not known.",
  why_not_together:
    "The same person can be reached on several platforms, so reach is not added up.",
  why: {
    not_available: "This platform does not give the figure.",
    not_read: "What was read so far does not hold this figure, such as a file without its column.",
    not_enough: "There are too few posts for an honest figure.",
    no_followers: "The engagement rate needs the follower count at publishing.",
    no_data: "Nothing was read in this period.",
  },
  metric_short: {
    engagement_rate: "Engagement rate",
    reach: "Reach",
    views: "Views",
    followers: "Followers",
  },
  rhythm: "Regularity",
  weeks: (with_posts, weeks) =>
    with_posts === weeks
      ? "posts in every week"
      : `posts in ${count("en", with_posts)} of ${english(weeks, "week", "weeks")}`,
  gap: (days) => `longest gap ${english(days, "day", "days")}`,
  since_last: (days) =>
    days === 0 ? "last one today" : `last one ${english(days, "day", "days")} ago`,
  norms: "Against its own usual",
  states: {
    learning: "not enough data yet",
    too_few: "too few interactions to judge streaks",
    normal: "as usual",
    watch: "watched",
    weak: "weak",
    recovered: "recovered",
    new_normal: "a new usual",
  },
  learning: (judged, needed) =>
    `Not enough data yet: ${count("en", judged)} of ${english(needed, "post", "posts")}`,
  watch: "Some posts are below the usual; not enough to call it weak.",
  new_normal: "25 posts at this level; it is now taken as the new usual.",
  streaks: "Streaks",
  streaks_none: "No weak or strong streak in this period.",
  streak_kinds: { weak: "weak", strong: "strong" },
  withdrawn: "withdrawn",
  left_out: (reason) => `left out: ${reason}`,
  ongoing: "still going on",
};

export const overviewWords = { id, en };
