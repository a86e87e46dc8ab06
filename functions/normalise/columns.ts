/**
 * The columns of the platforms' exports, by the names they go by in each language. A header follows the language of the
 * person's account: a name that is missing here is added to its list, and nothing else has to change. Where a column
 * was renamed, the newer name stands first and wins when a file has both.
 */
import type { ExportKind } from "../model/import.ts";
import type { Counter, DayMetric } from "../model/metric.ts";

/** What a column is for. `period`: what Meta's figures span, "Lifetime" or a day. */
export type Role =
  | Counter
  | DayMetric
  | "post_id"
  | "account_id"
  | "handle"
  | "account_name"
  | "published"
  | "date"
  | "period"
  | "caption"
  | "title"
  | "url"
  | "post_type"
  | "paid";

export const HEADER_LANGUAGES = ["en", "id"] as const;
export type HeaderLanguage = (typeof HEADER_LANGUAGES)[number];

type Names = Record<HeaderLanguage, readonly string[]>;

export type ExportColumns = {
  columns: Partial<Record<Role, Names>>;
  /** Without these a file is not this export. */
  required: readonly Role[];
};

const META_COMMON = {
  post_id: { en: ["Post ID"], id: ["ID postingan", "ID kiriman"] },
  published: {
    en: ["Publish time"],
    id: ["Waktu penerbitan", "Waktu terbit", "Waktu publikasi", "Waktu diterbitkan"],
  },
  url: { en: ["Permalink"], id: ["Permalink", "Tautan permanen"] },
  post_type: { en: ["Post type"], id: ["Jenis postingan", "Tipe postingan", "Jenis kiriman"] },
  caption: { en: ["Description"], id: ["Deskripsi", "Keterangan"] },
  period: { en: ["Date"], id: ["Tanggal"] },
  views: { en: ["Views", "Impressions"], id: ["Tayangan", "Impresi"] },
  reach: { en: ["Reach"], id: ["Jangkauan"] },
  comments: { en: ["Comments"], id: ["Komentar"] },
  shares: { en: ["Shares"], id: ["Kali dibagikan", "Dibagikan", "Pembagian"] },
} as const satisfies ExportColumns["columns"];

export const EXPORT_COLUMNS: Record<ExportKind, ExportColumns> = {
  facebook_posts: {
    columns: {
      ...META_COMMON,
      account_id: { en: ["Page ID"], id: ["ID Halaman"] },
      account_name: { en: ["Page name"], id: ["Nama Halaman"] },
      title: { en: ["Title"], id: ["Judul"] },
      paid: {
        en: ["Funded content status"],
        id: ["Status konten yang didanai", "Status konten berbayar"],
      },
      likes: { en: ["Reactions"], id: ["Reaksi", "Tanggapan"] },
      clicks: { en: ["Total clicks"], id: ["Total klik", "Jumlah klik"] },
      watch_seconds: { en: ["Seconds viewed"], id: ["Detik ditonton", "Detik yang dilihat"] },
    },
    required: ["post_id", "account_id", "published"],
  },
  instagram_posts: {
    columns: {
      ...META_COMMON,
      account_id: { en: ["Account ID"], id: ["ID akun"] },
      handle: { en: ["Account username"], id: ["Nama pengguna akun"] },
      account_name: { en: ["Account name"], id: ["Nama akun"] },
      paid: {
        en: ["Funded content status"],
        id: ["Status konten yang didanai", "Status konten berbayar"],
      },
      likes: { en: ["Likes"], id: ["Suka", "Jumlah suka", "Tanda suka"] },
      saves: { en: ["Saves"], id: ["Simpan", "Disimpan", "Penyimpanan"] },
    },
    required: ["post_id", "handle", "published"],
  },
  x_content: {
    columns: {
      post_id: { en: ["Post id"], id: ["ID postingan"] },
      published: { en: ["Date"], id: ["Tanggal"] },
      caption: { en: ["Post text"], id: ["Teks postingan"] },
      url: { en: ["Post Link"], id: ["Tautan postingan", "Link postingan"] },
      views: { en: ["Views", "Impressions"], id: ["Tayangan", "Impresi"] },
      likes: { en: ["Likes"], id: ["Suka"] },
      saves: { en: ["Bookmarks"], id: ["Markah", "Bookmark"] },
      comments: { en: ["Replies"], id: ["Balasan"] },
      // "Shares" are links copied and sent, which the other platforms do not count
      shares: { en: ["Reposts"], id: ["Posting ulang", "Repost"] },
      clicks: { en: ["URL Clicks"], id: ["Klik URL"] },
    },
    required: ["post_id", "published", "url"],
  },
  x_overview: {
    columns: {
      date: { en: ["Date"], id: ["Tanggal"] },
      views: { en: ["Views", "Impressions"], id: ["Tayangan", "Impresi"] },
      followers_gained: { en: ["New follows"], id: ["Pengikut baru"] },
      followers_lost: { en: ["Unfollows"], id: ["Berhenti mengikuti"] },
      profile_views: { en: ["Profile visits"], id: ["Kunjungan profil"] },
    },
    required: ["date", "views", "followers_lost"],
  },
  tiktok_content: {
    columns: {
      caption: { en: ["Video title"], id: ["Judul video"] },
      url: { en: ["Video link"], id: ["Tautan video", "Link video"] },
      published: {
        en: ["Video publish time", "Post time"],
        id: ["Waktu publikasi video", "Waktu posting", "Waktu penerbitan video"],
      },
      views: { en: ["Total views"], id: ["Total tayangan", "Jumlah tayangan"] },
      likes: { en: ["Total likes", "Likes"], id: ["Total suka", "Jumlah suka"] },
      comments: { en: ["Total comments", "Comments"], id: ["Total komentar", "Jumlah komentar"] },
      shares: {
        en: ["Total shares", "Shares"],
        id: ["Total dibagikan", "Jumlah dibagikan", "Total pembagian"],
      },
      saves: {
        en: ["Add to favorites", "Added to favorites", "Total favorites"],
        id: ["Tambah ke favorit", "Ditambahkan ke favorit", "Total favorit"],
      },
      watch_seconds: { en: ["Total play time"], id: ["Total waktu putar", "Total waktu tonton"] },
    },
    required: ["url", "published"],
  },
};
