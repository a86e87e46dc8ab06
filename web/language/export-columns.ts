/** What each column of the export means, in Indonesian. English stands with the columns themselves. */
import type { ColumnKey, ColumnType, ExportName } from "../../functions/model/export-columns.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

/** What stands in a file, a row each. */
const id_files: Record<ExportName, string> = {
  accounts: "Satu baris per akun: nama, alamat, dan pengikut terbaru.",
  days: "Satu baris per hari dan akun: untuk grafik dan laporan bulanan. Mulailah dari sini.",
  posts: "Satu baris per unggahan, dengan angka terbarunya dan tingkat keterlibatannya.",
  snapshots: "Setiap perubahan yang terbaca, paling banyak 31 hari sekali ambil.",
  streaks: "Satu baris per rentetan unggahan yang lemah atau kuat.",
  plans: "Kalender konten: satu baris per rencana dan akun, dengan unggahan yang memenuhinya.",
  events: "Satu baris per acara perpustakaan, dengan hasilnya.",
  notes: "Yang dicatat orang tentang hari-hari: satu baris per catatan dan akun.",
  responses:
    "Satu baris per komentar orang lain yang membuka percakapan, dan kapan dijawab; paling banyak setahun sekali ambil.",
  claims: "Yang berhasil menurut penilaian tiap bulan: satu baris per perbedaan yang dinyatakan.",
};

const en_files: Record<ExportName, string> = {
  accounts: "One row an account: its name, address and newest followers.",
  days: "One row a day and account: for charts and monthly reports. Begin here.",
  posts: "One row a post, with its newest figures and its engagement rate.",
  snapshots: "Every change that was read, at most 31 days at a time.",
  streaks: "One row a run of weak or strong posts.",
  plans: "The content calendar: one row a plan and account, with the post that kept it.",
  events: "One row an event of the library, with what came of it.",
  notes: "What people noted of days: one row a note and account.",
  responses:
    "One row a comment by someone else that starts a thread, and when it was answered; at most a year at a time.",
  claims: "What works by each month's look: one row a difference that was claimed.",
};

const id_types: Record<ColumnType, string> = {
  text: "teks",
  instant: "waktu UTC",
  day: "tanggal",
  count: "bilangan bulat",
  seconds: "detik",
  rate: "pecahan",
  yes_no: "true atau false",
};

const en_types: Record<ColumnType, string> = {
  text: "text",
  instant: "instant, UTC",
  day: "date",
  count: "whole number",
  seconds: "seconds",
  rate: "fraction",
  yes_no: "true or false",
};

const PLATFORM = "facebook, instagram, x, atau tiktok";
const ACCOUNT = "Nama akun, tanpa @";
const TIME_ZONE = "Zona hari di baris ini (nama IANA)";
const LIKES = "Suka; di Facebook semua reaksi";
const COMMENTS = "Komentar; di X balasan";
const SHARES = "Dibagikan; di X posting ulang dan kutipan";
const SAVES = "Disimpan; di X markah, di TikTok favorit";
const REACH = "Berapa orang yang melihatnya";
const VIEWS = "Berapa kali dilihat (dahulu impresi)";
const CLICKS = "Klik padanya";
const WATCH_SECONDS = "Lama ditonton seluruhnya";
const PARTIAL =
  "True bila salah satu dari likes, comments, dan shares tidak diketahui, sehingga interactions hanya jumlah sisanya";

const id_columns: Record<ColumnKey, string> = {
  "accounts.platform": PLATFORM,
  "accounts.account": ACCOUNT,
  "accounts.name": "Nama yang ditampilkan",
  "accounts.url": "Alamat publik akun",
  "accounts.followers": "Jumlah pengikut terbaru",
  "accounts.followers_at": "Kapan jumlah itu dibaca",
  "accounts.last_read_at": "Pembacaan terbaru akun atau unggahannya",
  "accounts.external_id": "Id akun menurut platform",
  "days.date": "Harinya",
  "days.time_zone": TIME_ZONE,
  "days.platform": PLATFORM,
  "days.account": ACCOUNT,
  "days.followers": "Jumlah pengikut terakhir yang dibaca hari itu",
  "days.followers_change": "Selisih dengan jumlah terakhir yang diketahui sebelum hari itu",
  "days.reach": "Orang yang dijangkau hari itu; jangan dijumlahkan antarhari",
  "days.views": "Tayangan hari itu (dahulu impresi)",
  "days.profile_views": "Berapa kali profil dibuka hari itu",
  "days.posts": "Unggahan yang terbit hari itu",
  "days.likes": "Suka yang bertambah hari itu dari semua unggahan",
  "days.comments": "Komentar yang bertambah hari itu dari semua unggahan",
  "days.shares": "Berapa kali dibagikan hari itu, dari semua unggahan",
  "days.saves": "Berapa kali disimpan hari itu, dari semua unggahan",
  "days.interactions": "likes + comments + shares yang bertambah hari itu",
  "days.followers_gained": "Pengikut baru hari itu, menurut platform",
  "days.followers_lost": "Yang berhenti mengikuti hari itu, menurut platform",
  "days.platform_time_zone":
    "Zona angka harian dari platform sendiri (reach, views, profile_views, followers_gained, followers_lost)",
  "days.interactions_partial": PARTIAL,
  "days.corrected":
    "Benar bila platform menurunkan suatu hitungan pada hari itu; yang diambilnya tidak dikurangkan dari pertambahan",
  "posts.platform": PLATFORM,
  "posts.account": ACCOUNT,
  "posts.post": "Id unggahan menurut platform",
  "posts.published_at": "Kapan terbit",
  "posts.time_zone": TIME_ZONE,
  "posts.format": "Jenis unggahan",
  "posts.topic": "Tentang apa",
  "posts.caption": "Isi tulisannya",
  "posts.url": "Alamatnya",
  "posts.read_at": "Pembacaan terbaru",
  "posts.followers_at_publish": "Pengikut saat terbit",
  "posts.likes": LIKES,
  "posts.comments": COMMENTS,
  "posts.shares": SHARES,
  "posts.saves": SAVES,
  "posts.reach": REACH,
  "posts.views": VIEWS,
  "posts.interactions": "Jumlah likes + comments + shares",
  "posts.engagement_rate": "Tingkat keterlibatan: interactions ÷ followers_at_publish",
  "posts.engagement_rate_by_reach": "Per jangkauan: interactions ÷ reach",
  "posts.engagement_rate_by_views": "Per tayangan: interactions ÷ views",
  "posts.score":
    "Dibanding yang biasa untuk jenis dan umurnya di akun ini: 0.6 = enam per sepuluh; kosong bila tidak dinilai",
  "posts.weak": "Termasuk rentetan lemah",
  "posts.clicks": CLICKS,
  "posts.watch_seconds": WATCH_SECONDS,
  "posts.paid": "Diiklankan atau disponsori",
  "posts.interactions_partial": PARTIAL,
  "posts.followers_estimated":
    "True bila followers_at_publish adalah jumlah pertama yang diketahui sesudah terbit",
  "posts.published_precision": "second (detik); atau day (hari), bila jamnya tidak diketahui",
  "posts.removed_at": "Sejak kapan diketahui hilang dari platform",
  "snapshots.platform": PLATFORM,
  "snapshots.account": ACCOUNT,
  "snapshots.post": "Id unggahan menurut platform; kosong: pembacaan akun",
  "snapshots.read_at": "Kapan angka ini pertama dibaca; pembacaan yang sama tidak menambah baris",
  "snapshots.likes": LIKES,
  "snapshots.comments": COMMENTS,
  "snapshots.shares": SHARES,
  "snapshots.saves": SAVES,
  "snapshots.reach": REACH,
  "snapshots.views": VIEWS,
  "snapshots.followers": "Pengikut akun",
  "snapshots.clicks": CLICKS,
  "snapshots.watch_seconds": WATCH_SECONDS,
  "streaks.platform": PLATFORM,
  "streaks.account": ACCOUNT,
  "streaks.kind": "weak: di bawah kebiasaan akun itu sendiri; strong: di atasnya",
  "streaks.state":
    "open (berlangsung), recovered (pulih), new_normal (jadi biasa), atau withdrawn (ditarik)",
  "streaks.started_at": "Kapan unggahan pertamanya terbit",
  "streaks.ended_at": "Kapan unggahan terakhirnya terbit; kosong selama masih berlangsung",
  "streaks.posts": "Berapa unggahan di dalamnya",
  "streaks.severity": "Besarnya dibanding yang biasa: 0.5 = kira-kira separuh",
  "streaks.false_alarm_every":
    "Secara kebetulan saja, rentetan seperti ini muncul sekali dalam sekian unggahan",
  "streaks.first_post": "Id unggahan pertamanya menurut platform",
  "streaks.last_post": "Id unggahan terakhirnya menurut platform",
  "streaks.reason": "Mengapa seseorang tidak menghitungnya sebagai kebiasaan",
  "streaks.note": "Yang berubah sejak pertama kali diberitahukan",
  "plans.id": "Nomor rencana di sini; kosong: rencana baru",
  "plans.on": "Hari yang direncanakan",
  "plans.at": "JJ:MM menurut jam perpustakaan; kosong: jam berapa saja",
  "plans.time_zone": "Zona waktu hari dan jam itu (nama IANA)",
  "plans.platform": "facebook, instagram, x, atau tiktok",
  "plans.account": "Nama akun tanpa @; satu akun satu baris",
  "plans.state": "idea, planned, atau dropped: kata orang",
  "plans.format": "Jenis unggahannya nanti",
  "plans.topic": "Topiknya nanti",
  "plans.title": "Judulnya di kalender",
  "plans.note": "Yang perlu diingat",
  "plans.person": "Siapa yang mengurus",
  "plans.event": "Nomor acara yang dipromosikan",
  "plans.post": "Id platform dari unggahan yang memenuhinya; kosong: belum ada",
  "plans.version": "Berapa kali diubah, ditambah satu",
  "events.id": "Nomor acara di sini, seperti disebut rencana",
  "events.kind": "launch, discussion, workshop, live, exhibition, storytelling, atau other",
  "events.title": "Judulnya",
  "events.starts_at": "Kapan mulai",
  "events.ends_at": "Kapan selesai; kosong: tidak disebut",
  "events.place": "Tempatnya",
  "events.hashtags": "Tagar pengenal unggahannya, masing-masing dengan #, dipisah spasi",
  "events.url": "Alamat pendaftaran atau informasinya",
  "events.posts": "Berapa unggahan tentang acara ini",
  "events.reach": "Jangkauan unggahan yang terluas: orang tidak dijumlahkan",
  "events.interactions": "Suka + komentar + dibagikan dari semua unggahannya",
  "events.clicks": "Klik pada tautan pendeknya; kosong: belum ada yang diikuti",
  "events.visitors": "Berapa orang yang datang",
  "events.cost": "Biayanya dalam rupiah penuh",
  "notes.from": "Hari pertamanya",
  "notes.to": "Hari terakhirnya",
  "notes.platform": "facebook, instagram, x, atau tiktok; kosong: semua akun",
  "notes.account": "Nama akun tanpa @, satu akun satu baris; kosong: semua akun",
  "notes.text": "Yang dicatat",
  "notes.left_out": "Benar bila unggahan hari-hari itu tidak ikut dihitung",
  "responses.platform": PLATFORM,
  "responses.account": ACCOUNT,
  "responses.post": "Nomor unggahan di platformnya",
  "responses.comment": "Nomor komentar orang lain yang membuka percakapan, di platformnya",
  "responses.at": "Kapan ditulis",
  "responses.asks": "True bila tampak seperti pertanyaan; kosong: teksnya tidak pernah terbaca",
  "responses.answered_at":
    "Balasan pertama akun dalam percakapan itu; kosong: tidak ada yang diketahui",
  "responses.minutes": "Menit penuh dari komentar sampai balasan itu",
  "responses.settled": "True bila seseorang menyatakan tidak perlu dijawab",
  "responses.watched":
    "True bila jawabannya akan diketahui; bila false, tidak adanya jawaban tidak berarti apa-apa",
  "responses.known_until": "Sampai kapan jawabannya akan diketahui",
  "claims.month": "Bulan penilaiannya (2026-11): unggahan bulan-bulan sebelumnya yang dinilai",
  "claims.platform": "facebook, instagram, x, atau tiktok; kosong: semua akun bersama",
  "claims.account": "Nama akun tanpa @; kosong: semua akun bersama",
  "claims.factor":
    "Yang dibandingkan: format (jenis), topic (topik), hours (jam), weekday (hari), length (panjang teks), hashtags (jumlah tagar), hashtag (tagar), question (pertanyaan), atau rhythm (kerapatan)",
  "claims.level": "Unggahan yang mana: short_video, 18-21, …",
  "claims.direction": "1: mendapat lebih banyak dari unggahan lain di akun itu; -1: lebih sedikit",
  "claims.ratio":
    "Berapa kali interaksi unggahan lain, ditarik ke arah 1; untuk rhythm hanya arahnya yang berarti",
  "claims.low": "Sembilan dari sepuluh rentang, dari sini",
  "claims.high": "sampai sini, memuat perbandingan yang sebenarnya",
  "claims.posts": "Berapa unggahan dasarnya; yang terbit dalam sejam dihitung satu",
  "claims.chance":
    "Seberapa sering kebetulan membuat selisih seyakin ini di antara semua yang dibandingkan",
};

type Words = {
  files: Record<ExportName, string>;
  types: Record<ColumnType, string>;
  /** `null`: as the column's own description says. */
  columns: Record<ColumnKey, string> | null;
};

export const columnWords: Record<Language, Words> = {
  id: { files: id_files, types: id_types, columns: id_columns },
  en: { files: en_files, types: en_types, columns: null },
};
