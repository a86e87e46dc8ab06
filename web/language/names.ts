/** The names of metrics, formats and topics, and of posts where they are counted. */
import type { Format } from "../../functions/model/format.ts";
import type { Counter, DayMetric, HeadlineMetric, RateBase } from "../../functions/model/metric.ts";
import type { Topic } from "../../functions/model/topic.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import { count, english } from "./speech.ts";

type Names = {
  metrics: Record<HeadlineMetric | Counter | DayMetric | "interactions", string>;
  /** As a post of its kind is called in a sentence: "(foto)". */
  formats: Record<Format, string>;
  /** One post's. */
  format: Record<Format, string>;
  topics: Record<Topic, string>;
  rate_bases: Record<RateBase, string>;
  /** In one line, where a person asks what a figure is. */
  explained: { engagement_rate: Record<RateBase, string>; views: string };
};

/** One or many: the same word. */
const id_formats: Record<Format, string> = {
  image: "foto",
  carousel: "foto geser",
  video: "video",
  short_video: "video pendek",
  live: "siaran langsung",
  story: "cerita",
  link: "tautan",
  text: "teks",
  poll: "jajak pendapat",
  other: "lainnya",
};

const id: Names = {
  metrics: {
    engagement_rate: "Tingkat keterlibatan",
    reach: "Jangkauan",
    views: "Tayangan",
    followers: "Pengikut",
    interactions: "Interaksi",
    likes: "Suka",
    comments: "Komentar",
    shares: "Dibagikan",
    saves: "Disimpan",
    clicks: "Klik",
    watch_seconds: "Detik ditonton",
    profile_views: "Kunjungan profil",
    followers_gained: "Pengikut baru",
    followers_lost: "Berhenti mengikuti",
  },
  formats: id_formats,
  format: id_formats,
  topics: {
    new_books: "Buku baru",
    events: "Kegiatan",
    literacy: "Literasi",
    services: "Layanan",
    community: "Komunitas",
    places: "Ruang dan koleksi",
    interactive: "Kuis dan tanya jawab",
    institutional: "Kelembagaan",
  },
  rate_bases: { followers: "pengikut", reach: "jangkauan", views: "tayangan" },
  explained: {
    engagement_rate: {
      followers: "dari 100 pengikut, berapa yang bereaksi",
      reach: "dari 100 orang yang terjangkau, berapa yang bereaksi",
      views: "dari 100 tayangan, berapa yang mendapat reaksi",
    },
    views: "berapa kali tampil di layar; dahulu disebut impresi",
  },
};

const en: Names = {
  metrics: {
    engagement_rate: "Engagement rate",
    reach: "Reach",
    views: "Views",
    followers: "Followers",
    interactions: "Interactions",
    likes: "Likes",
    comments: "Comments",
    shares: "Shares",
    saves: "Saves",
    clicks: "Clicks",
    watch_seconds: "Seconds watched",
    profile_views: "Profile visits",
    followers_gained: "New followers",
    followers_lost: "Unfollows",
  },
  formats: {
    image: "photos",
    carousel: "carousels",
    video: "videos",
    short_video: "short videos",
    live: "live videos",
    story: "stories",
    link: "links",
    text: "texts",
    poll: "polls",
    other: "other kinds",
  },
  format: {
    image: "photo",
    carousel: "carousel",
    video: "video",
    short_video: "short video",
    live: "live video",
    story: "story",
    link: "link",
    text: "text",
    poll: "poll",
    other: "another kind",
  },
  topics: {
    new_books: "New books",
    events: "Events",
    literacy: "Literacy",
    services: "Services",
    community: "Community",
    places: "Rooms and collections",
    interactive: "Quizzes and questions",
    institutional: "The institution",
  },
  rate_bases: { followers: "followers", reach: "reach", views: "views" },
  explained: {
    engagement_rate: {
      followers: "of 100 followers, how many reacted",
      reach: "of 100 people reached, how many reacted",
      views: "of 100 views, how many brought a reaction",
    },
    views: "how often it was on a screen; formerly called impressions",
  },
};

export const names: Record<Language, Names> = { id, en };

/** "5 posts". */
export const postsInWords: Record<Language, (posts: number) => string> = {
  id: (posts) => `${count("id", posts)} unggahan`,
  en: (posts) => english(posts, "post", "posts"),
};

/** "5 questions". */
export const questionsInWords: Record<Language, (questions: number) => string> = {
  id: (questions) => `${count("id", questions)} pertanyaan`,
  en: (questions) => english(questions, "question", "questions"),
};
