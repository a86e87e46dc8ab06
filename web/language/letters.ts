/** What messages say: a title and a line, on a phone that nobody has opened. */
import type { Missing } from "../../functions/model/notice.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

const id = {
  stopped: (accounts: string) => `Pengumpulan ${accounts} berhenti`,
  stopped_body: (since: string) =>
    `Angkanya tidak bertambah sejak ${since}. Buka tab Data untuk melihat sebabnya.`,
  stopped_over: (accounts: string) => `Pengumpulan ${accounts} berjalan lagi`,
  stopped_over_body: "Angkanya masuk lagi. Tidak ada yang perlu dilakukan.",
  token: (accounts: string, on: string) => `Sambungan ${accounts} berakhir ${on}`,
  token_past: (accounts: string, on: string) => `Sambungan ${accounts} sudah berakhir ${on}`,
  token_body: "Hubungkan lagi di tab Data, supaya angkanya terus masuk.",
  token_over: (accounts: string) => `${accounts} sudah tersambung lagi`,
  token_over_body: "Angkanya terus masuk. Tidak ada yang perlu dilakukan.",
  weak: (account: string, since: string) => `${account} melemah sejak ${since}`,
  strong: (account: string, since: string) => `${account} sedang kuat sejak ${since}`,
  run: (posts: string, size: string) => `${posts} terakhir mendapat ${size}.`,
  try: (advice: string) => `Coba: ${advice}`,
  strong_try: "Lihat apa yang berhasil, lalu ulangi.",
  recovered: (account: string) => `${account} pulih`,
  recovered_body: (since: string) =>
    `Masa lemah sejak ${since} sudah lewat: unggahan kembali seperti biasa. Teruskan yang berhasil.`,
  new_normal: (account: string) => `${account}: ini tingkat biasanya sekarang`,
  new_normal_body: (since: string) =>
    `Sejak ${since} sudah 25 unggahan di tingkat ini; kini dianggap biasa, dan tidak diingatkan lagi.`,
  withdrawn: (account: string) => `${account} ternyata tidak melemah`,
  withdrawn_body: "Angka yang masuk kemudian mengoreksi pesan sebelumnya. Abaikan pesan itu.",
  silence: (account: string, since: string) => `${account} sepi sejak ${since}`,
  silence_body: (usual: string) =>
    `Biasanya ada unggahan tiap ${usual} hari. Terbitkan satu hari ini, sekecil apa pun.`,
  silence_over: (account: string) => `${account} sudah terbit lagi`,
  silence_over_body: "Ada unggahan baru. Tidak ada yang perlu dilakukan.",
  event: (title: string, on: string) => `“${title}”, ${on}: belum dipromosikan`,
  event_body: (step: string, by: string) =>
    `${step}, paling lambat ${by}: belum terbit dan belum direncanakan. Rencanakan sekarang.`,
  figures: {
    all: {
      title: (accounts: string) => `Angka ${accounts} perlu dimasukkan`,
      since: (day: string) =>
        `Yang terakhir dari ${day}. Masukkan berkas unduhan dari platformnya di tab Data.`,
      never: "Belum ada satu pun. Masukkan berkas unduhan dari platformnya di tab Data.",
    },
    followers: {
      title: (accounts: string) => `Pengikut ${accounts} perlu dicatat`,
      since: (day: string) => `Terakhir dicatat ${day}. Ketik jumlahnya sekarang di tab Data.`,
      never: "Belum pernah dicatat. Ketik jumlahnya di tab Data.",
    },
  } satisfies Record<Missing, object>,
  questions: (questions: string, accounts: string) =>
    `${questions} menunggu jawaban di ${accounts}`,
  questions_body: (since: string) =>
    `Yang terlama sejak ${since}. Jawablah di platformnya, atau tandai tak perlu dijawab.`,
  report: (month: string) => `Laporan ${month} sudah jadi`,
  report_body: "Baca, tandatangani, lalu kirim.",
  decree: (year: string) => `Hari libur ${year} masih perkiraan`,
  decree_body: "Cocokkan daftarnya dengan keputusan bersama menteri, bila sudah terbit.",
  weekly: "Kabar minggu ini, siap diteruskan",
  test: "Pesan percobaan dari Denyut",
  test_body: (library: string) =>
    `Pesan sampai. ${library} akan memberi tahu di sini bila ada yang perlu diketahui.`,
};

const en: typeof id = {
  stopped: (accounts) => `Collecting ${accounts} has stopped`,
  stopped_body: (since) => `No new figures since ${since}. Open the Data tab to see why.`,
  stopped_over: (accounts) => `Collecting ${accounts} works again`,
  stopped_over_body: "Figures come in again. There is nothing to do.",
  token: (accounts, on) => `The connection to ${accounts} ends on ${on}`,
  token_past: (accounts, on) => `The connection to ${accounts} ended on ${on}`,
  token_body: "Connect it again on the Data tab, so that figures go on coming in.",
  token_over: (accounts) => `${accounts}: connected again`,
  token_over_body: "Figures go on coming in. There is nothing to do.",
  weak: (account, since) => `${account} has been weak since ${since}`,
  strong: (account, since) => `${account} has been strong since ${since}`,
  run: (posts, size) => `The last ${posts} got ${size}.`,
  try: (advice) => `Try: ${advice}`,
  strong_try: "See what worked, and do it again.",
  recovered: (account) => `${account} has recovered`,
  recovered_body: (since) =>
    `The weak time since ${since} is over: posts do as usual again. Keep doing what worked.`,
  new_normal: (account) => `${account}: this is its usual level now`,
  new_normal_body: (since) =>
    `25 posts at this level since ${since}; it counts as the usual now, and is not told again.`,
  withdrawn: (account) => `${account} was not weak after all`,
  withdrawn_body: "Figures that came in later corrected the earlier message. Please ignore it.",
  silence: (account, since) => `${account} has been silent since ${since}`,
  silence_body: (usual) =>
    `There is usually a post every ${usual} days. Publish one today, however small.`,
  silence_over: (account) => `${account} is publishing again`,
  silence_over_body: "There is a new post. There is nothing to do.",
  event: (title, on) => `“${title}” on ${on}: not promoted yet`,
  event_body: (step, by) =>
    `${step}, by ${by} at the latest: neither published nor planned. Plan it now.`,
  figures: {
    all: {
      title: (accounts) => `Figures of ${accounts} are needed`,
      since: (day) => `The last are of ${day}. Import the platform’s own file on the Data tab.`,
      never: "There are none yet. Import the platform’s own file on the Data tab.",
    },
    followers: {
      title: (accounts) => `Followers of ${accounts} are needed`,
      since: (day) => `Last noted on ${day}. Type the present number on the Data tab.`,
      never: "Never noted yet. Type the number on the Data tab.",
    },
  },
  questions: (questions, accounts) => `${questions} unanswered on ${accounts}`,
  questions_body: (since) =>
    `The oldest since ${since}. Answer on the platform, or mark what needs no answer.`,
  report: (month) => `The report of ${month} is ready`,
  report_body: "Read it, sign it, send it on.",
  decree: (year) => `Holidays of ${year} are not official yet`,
  decree_body: "Check the list against the ministers’ decree, once it is out.",
  weekly: "This week’s news, ready to be sent on",
  test: "A test message from Denyut",
  test_body: (library) =>
    `It arrived. ${library} will tell you here when there is something to know.`,
};

export const letterWords: Record<Language, typeof id> = { id, en };
