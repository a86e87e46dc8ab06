/**
 * The columns of the platforms' exports, by the names they go by in each language. A header follows the language of the
 * person's account: a name that is missing here is added to its list, and nothing else has to change. Where a column
 * was renamed, the newer name stands first and wins when a file has both.
 */
import type { ExportKind } from "../model/import.ts";
import type { Counter, DayMetric } from "../model/metric.ts";

/**
 * What a column is for. `period`: what Meta's figures span, "Lifetime" or a day; `made`: the day of the file itself;
 * `value`: the one figure of a daily file, whose name stands above its header.
 */
export type Role =
  | Counter
  | DayMetric
  | "followers"
  | "value"
  | "made"
  | "boosted_views"
  | "boosted_reach"
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
  /** A file with more columns is another; `null`: any number may stand beside those that are known. */
  most_columns: number | null;
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
  paid: {
    en: ["Funded content status"],
    id: ["Status konten yang didanai", "Status konten berbayar", "Status konten bersponsor"],
  },
  boosted_views: {
    en: ["Views from Boosted posts", "Impressions from Boosted posts", "Paid impressions"],
    id: [
      "Tayangan dari postingan yang dipromosikan",
      "Tayangan dari postingan promosi",
      "Tayangan dari postingan berbayar",
      "Tayangan dari kiriman yang dipromosikan",
      "Impresi dari postingan yang dipromosikan",
    ],
  },
  boosted_reach: {
    en: ["Reach from Boosted posts", "Paid reach"],
    id: [
      "Jangkauan dari postingan yang dipromosikan",
      "Jangkauan dari postingan promosi",
      "Jangkauan dari postingan berbayar",
      "Jangkauan dari kiriman yang dipromosikan",
      "Jangkauan berbayar",
    ],
  },
  views: { en: ["Views", "Impressions"], id: ["Tayangan", "Impresi"] },
  reach: { en: ["Reach"], id: ["Jangkauan"] },
  comments: { en: ["Comments"], id: ["Komentar"] },
  shares: {
    en: ["Shares"],
    id: ["Frekuensi dibagikan", "Kali dibagikan", "Dibagikan", "Pembagian", "Bagikan"],
  },
} as const satisfies ExportColumns["columns"];

export const EXPORT_COLUMNS: Record<ExportKind, ExportColumns> = {
  facebook_posts: {
    columns: {
      ...META_COMMON,
      account_id: { en: ["Page ID"], id: ["ID Halaman"] },
      account_name: { en: ["Page name"], id: ["Nama Halaman"] },
      title: { en: ["Title"], id: ["Judul"] },
      likes: { en: ["Reactions"], id: ["Reaksi", "Tanggapan"] },
      clicks: { en: ["Total clicks"], id: ["Total klik", "Jumlah klik"] },
      watch_seconds: { en: ["Seconds viewed"], id: ["Detik ditonton", "Detik yang dilihat"] },
    },
    required: ["post_id", "account_id", "published"],
    most_columns: null,
  },
  instagram_posts: {
    columns: {
      ...META_COMMON,
      account_id: { en: ["Account ID"], id: ["ID akun"] },
      handle: { en: ["Account username"], id: ["Nama pengguna akun"] },
      account_name: { en: ["Account name"], id: ["Nama akun"] },
      likes: { en: ["Likes"], id: ["Suka", "Jumlah suka", "Tanda suka"] },
      saves: { en: ["Saves"], id: ["Frekuensi disimpan", "Simpan", "Disimpan", "Penyimpanan"] },
    },
    required: ["post_id", "handle", "published"],
    most_columns: null,
  },
  meta_daily: {
    columns: {
      date: { en: ["Date"], id: ["Tanggal"] },
      value: { en: ["Primary"], id: ["Utama", "Primer"] },
    },
    required: ["date", "value"],
    most_columns: null,
  },
  x_content: {
    columns: {
      post_id: { en: ["Post id", "Tweet id"], id: ["ID postingan"] },
      published: { en: ["Date", "time"], id: ["Tanggal"] },
      caption: { en: ["Post text", "Tweet text"], id: ["Teks postingan"] },
      url: { en: ["Post Link", "Tweet permalink"], id: ["Tautan postingan", "Link postingan"] },
      views: { en: ["Views", "Impressions"], id: ["Tayangan", "Impresi"] },
      likes: { en: ["Likes"], id: ["Suka"] },
      saves: { en: ["Bookmarks"], id: ["Markah", "Bookmark"] },
      comments: { en: ["Replies"], id: ["Balasan"] },
      // "Shares" are links copied and sent, which the other platforms do not count
      shares: { en: ["Reposts", "Retweets"], id: ["Posting ulang", "Repost"] },
      clicks: { en: ["URL Clicks"], id: ["Klik URL"] },
    },
    required: ["post_id", "published", "url"],
    most_columns: null,
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
    most_columns: null,
  },
  tiktok_content: {
    columns: {
      made: { en: ["Time"], id: ["Waktu"] },
      caption: { en: ["Video title"], id: ["Judul video"] },
      url: { en: ["Video link"], id: ["Tautan video", "Link video"] },
      published: {
        en: ["Video publish time", "Post time"],
        id: ["Waktu publikasi video", "Waktu posting", "Waktu postingan", "Waktu penerbitan video"],
      },
      views: {
        en: ["Total views", "Video views"],
        id: ["Total tayangan", "Jumlah tayangan", "Tayangan video", "Total penayangan"],
      },
      likes: { en: ["Total likes", "Likes"], id: ["Total suka", "Jumlah suka", "Suka"] },
      comments: {
        en: ["Total comments", "Comments"],
        id: ["Total komentar", "Jumlah komentar", "Komentar"],
      },
      shares: {
        en: ["Total shares", "Shares"],
        id: [
          "Total dibagikan",
          "Jumlah dibagikan",
          "Total pembagian",
          "Total berbagi",
          "Dibagikan",
        ],
      },
      saves: {
        en: ["Add to favorites", "Added to favorites", "Total favorites"],
        id: ["Tambah ke favorit", "Ditambahkan ke favorit", "Total favorit"],
      },
      watch_seconds: { en: ["Total play time"], id: ["Total waktu putar", "Total waktu tonton"] },
    },
    required: ["url", "published"],
    most_columns: null,
  },
  tiktok_overview: {
    columns: {
      date: { en: ["Date"], id: ["Tanggal"] },
      views: { en: ["Video Views"], id: ["Tayangan video", "Penayangan video"] },
      profile_views: {
        en: ["Profile Views"],
        id: ["Tayangan profil", "Penayangan profil", "Kunjungan profil"],
      },
    },
    required: ["date", "views", "profile_views"],
    most_columns: null,
  },
  tiktok_followers: {
    columns: {
      date: { en: ["Date"], id: ["Tanggal"] },
      // "Difference in followers from previous day" is the difference to the next day: it is never read
      followers: { en: ["Followers"], id: ["Pengikut"] },
    },
    required: ["date", "followers"],
    most_columns: 3,
  },
};
