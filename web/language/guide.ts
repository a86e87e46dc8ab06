/**
 * How a librarian who never did it gets a platform's credentials. `*…*` marks what stands on the platform's own screen,
 * in the platform's words; `to` is a page of theirs, `copy` something to paste there.
 */
import type { Platform } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";

export type Step = { text: string; to?: string; copy?: string };
export type Way = { title: string; about: string; steps: Step[] };

type Guide = {
  /** The file: nobody's approval, no token. */
  file: Step[];
  file_note: string;
  ways: Way[];
  gives: string;
  gives_not: string;
  cost: string;
  lasts: string;
};

const META_INSIGHTS = "https://business.facebook.com/latest/insights";
const META_APPS = "https://developers.facebook.com/apps";
const META_EXPLORER = "https://developers.facebook.com/tools/explorer";
const META_TOKEN = "https://developers.facebook.com/tools/debug/accesstoken";
const X_ANALYTICS = "https://x.com/i/account_analytics";
const X_CONSOLE = "https://console.x.com";
const TIKTOK_STUDIO = "https://www.tiktok.com/tiktokstudio/analytics";
const TIKTOK_APPS = "https://developers.tiktok.com/apps";
const TIKTOK_BUSINESS = "https://business-api.tiktok.com/portal";

const FACEBOOK_SCOPES =
  "pages_show_list pages_read_engagement read_insights pages_read_user_content";
const INSTAGRAM_SCOPES =
  "pages_show_list pages_read_engagement instagram_basic instagram_manage_insights instagram_manage_comments";
const TIKTOK_SCOPES = "user.info.basic user.info.profile user.info.stats video.list";
const PAGES = "me/accounts?fields=name,id,access_token";
const PAGES_WITH_INSTAGRAM =
  "me/accounts?fields=name,access_token,instagram_business_account{id,username}";

const id = {
  title: (platform: string) => `Menghubungkan ${platform}`,
  lead: "Ada dua jalan: berkas yang Anda ekspor sesekali, atau token supaya Denyut mengambil sendiri setiap jam. Belum yakin? Mulailah dengan berkas.",
  button: (platform: string) =>
    `Ada tombol “Hubungkan ${platform}” di tab Data? Cukup tekan itu: token di bawah tidak diperlukan.`,
  file: "Jalan mudah: berkas CSV",
  file_about: "Sekitar lima menit, tanpa izin siapa pun. Ulangi seminggu atau sebulan sekali.",
  to_import: "Ke impor CSV",
  to_connect: "Ke bagian Hubungkan akun",
  facts: "Yang perlu diketahui",
  gives: "Yang didapat",
  gives_not: "Yang tidak",
  cost: "Biaya",
  lasts: "Berlaku",
  safe: "Token itu seperti kunci: jangan kirim lewat WhatsApp atau surel. Denyut menyimpannya terenkripsi dan tidak pernah menampilkannya lagi.",
  changing:
    "Platform kadang mengganti nama menunya. Bila ada yang berbeda, cari yang paling mirip; bila Denyut menolak, ia menyebutkan apa yang kurang.",
  platforms: {
    facebook: {
      file: [
        {
          text: "Buka Meta Business Suite dengan akun yang mengelola Halaman perpustakaan.",
          to: META_INSIGHTS,
        },
        { text: "Pilih *Insight → Konten*, lalu *Ekspor data*." },
        {
          text: "Pilih *Facebook* dan rentang tanggalnya. Untuk tingkat datanya pilih *Lifetime (seumur hidup)*, bukan harian.",
        },
        { text: "Unduh sebagai *CSV*, lalu impor di tab Data." },
      ],
      file_note:
        "Pilih Lifetime: berkas harian hanya berisi tambahan tiap hari, bukan jumlah seluruhnya.",
      ways: [
        {
          title: "Token Halaman: diambil setiap jam",
          about: "Sekitar dua puluh menit, sekali saja. Anda harus admin Halaman itu.",
          steps: [
            {
              text: "Buka daftar aplikasi Meta, masuk, dan tekan *Create App*. Pilih jenis *Business*; namanya bebas, misalnya “Denyut”.",
              to: META_APPS,
            },
            {
              text: "Buka Graph API Explorer. Di kanan pilih aplikasi itu, lalu *Get User Access Token*.",
              to: META_EXPLORER,
            },
            {
              text: "Centang izin berikut, tekan *Generate Access Token*, dan pilih Halaman perpustakaan:",
              copy: FACEBOOK_SCOPES,
            },
            {
              text: "Salin tokennya ke Access Token Debugger, tekan *Debug*, lalu *Extend Access Token*. Salin token panjang yang muncul.",
              to: META_TOKEN,
            },
            {
              text: "Kembali ke Explorer, tempel token panjang itu, isi kotak alamat dengan baris ini, dan tekan *Submit*:",
              copy: PAGES,
            },
            {
              text: "Dari jawabannya salin *id* (id Halaman) dan *access_token* (token Halaman) milik perpustakaan.",
            },
            { text: "Tempel keduanya di tab Data, lalu tekan Periksa dan hubungkan." },
          ],
        },
      ],
      gives:
        "Pengikut; jangkauan, tayangan, dan kunjungan profil harian; reaksi, komentar, dibagikan, tayangan, jangkauan, dan klik tiap unggahan; waktu balasan.",
      gives_not:
        "Angka harian hanya bila Halaman punya sedikitnya 100 suka. Riwayatnya paling jauh dua tahun.",
      cost: "Gratis.",
      lasts:
        "Token Halaman tidak punya tanggal akhir. Ia mati bila kata sandi diganti atau peran Anda di Halaman dicabut; Denyut memberi tahu.",
    },
    instagram: {
      file: [
        {
          text: "Buka Meta Business Suite; akun Instagram perpustakaan harus tertaut di sana.",
          to: META_INSIGHTS,
        },
        { text: "Pilih *Insight → Konten*, lalu *Ekspor data*." },
        {
          text: "Pilih *Instagram* dan rentang tanggalnya. Untuk tingkat datanya pilih *Lifetime (seumur hidup)*, bukan harian.",
        },
        { text: "Unduh sebagai *CSV*, lalu impor di tab Data. Cerita diekspor tersendiri." },
      ],
      file_note:
        "Pilih Lifetime: berkas harian hanya berisi tambahan tiap hari, bukan jumlah seluruhnya.",
      ways: [
        {
          title: "Token Instagram: tanpa Halaman Facebook",
          about:
            "Sekitar lima belas menit. Akunnya harus profesional (Bisnis atau Kreator): ubah di *Setelan → Jenis akun*.",
          steps: [
            {
              text: "Buka daftar aplikasi Meta, masuk, dan tekan *Create App*. Pilih jenis *Business*.",
              to: META_APPS,
            },
            {
              text: "Tambahkan *Instagram*, lalu buka *API setup with Instagram login*.",
            },
            {
              text: "Tekan *Add account*, masuk sebagai akun perpustakaan, dan izinkan semua yang diminta.",
            },
            { text: "Di samping akun itu tekan *Generate token*. Salin token dan angka id-nya." },
            {
              text: "Di tab Data tempel keduanya, pilih jenis Token Instagram, lalu tekan Periksa dan hubungkan.",
            },
          ],
        },
        {
          title: "Token Halaman: bila tertaut ke Facebook",
          about: "Satu token untuk dua platform, dan tidak punya tanggal akhir.",
          steps: [
            {
              text: "Ikuti panduan Facebook sampai langkah izin, dan centang juga:",
              copy: INSTAGRAM_SCOPES,
            },
            { text: "Perpanjang tokennya seperti di sana.", to: META_TOKEN },
            {
              text: "Di Explorer pakai baris ini, lalu tekan *Submit*:",
              to: META_EXPLORER,
              copy: PAGES_WITH_INSTAGRAM,
            },
            {
              text: "Salin *access_token* dan *id* di dalam *instagram_business_account*: itulah id pengguna Instagram.",
            },
            { text: "Di tab Data pilih jenis Token Halaman Facebook." },
          ],
        },
      ],
      gives:
        "Pengikut; jangkauan dan tayangan harian; suka, komentar, dibagikan, disimpan, jangkauan, dan tayangan tiap unggahan; lama reel ditonton; cerita sebelum hilang; waktu balasan.",
      gives_not:
        "Pengikut baru per hari hanya bila akun punya sedikitnya 100 pengikut. Unggahan sebelum akun menjadi profesional tidak punya jangkauan.",
      cost: "Gratis, termasuk menjadi akun profesional.",
      lasts:
        "Token Instagram berlaku 60 hari dan diperpanjang Denyut tiap minggu. Bila terputus lebih dari 60 hari, buatlah yang baru.",
    },
    x: {
      file: [
        { text: "Buka analitik akun sebagai akun perpustakaan.", to: X_ANALYTICS },
        { text: "Buka *Content*, pilih rentangnya, lalu tekan tombol unduh: angka tiap unggahan." },
        { text: "Buka *Overview* dan unduh juga: angka harian akun." },
        { text: "Impor kedua berkas di tab Data." },
      ],
      file_note:
        "X menampilkan analitik ini hanya kepada akun Premium. Jam terbit tidak ada di berkasnya.",
      ways: [
        {
          title: "Login akun sendiri: paling murah",
          about:
            "Sekitar dua puluh menit. Aplikasinya harus dibuat oleh akun perpustakaan sendiri: hanya begitu unggahan sendiri dihitung US$0,001.",
          steps: [
            {
              text: "Masuk ke konsol pengembang X sebagai akun perpustakaan, dan setujui perjanjiannya.",
              to: X_CONSOLE,
            },
            {
              text: "Beli kredit secukupnya (US$5 cukup untuk berbulan-bulan), dan matikan isi ulang otomatis.",
            },
            {
              text: "Buat aplikasi, lalu buka *User authentication settings*: pilih *Read* dan *Web App*. Sebagai *Callback URI* tulis alamat Denyut Anda diikuti:",
              copy: "/connect/x/callback",
            },
            {
              text: "Salin *Client ID* dan *Client Secret*. Minta pemasang Denyut menyimpannya sebagai rahasia dengan nama:",
              copy: "X_CLIENT_ID X_CLIENT_SECRET",
            },
            { text: "Di tab Data muncul tombol Hubungkan X. Tekan, lalu izinkan." },
          ],
        },
        {
          title: "Token aplikasi: paling singkat",
          about:
            "Sekitar sepuluh menit. Setiap unggahan dihitung US$0,005, dan klik tidak terlihat.",
          steps: [
            { text: "Buat aplikasi di konsol pengembang X, dan beli kredit.", to: X_CONSOLE },
            { text: "Buka *Keys and tokens*, lalu buat dan salin *Bearer Token*." },
            {
              text: "Tempel di tab Data bersama nama akun X-nya, lalu tekan Periksa dan hubungkan.",
            },
          ],
        },
      ],
      gives:
        "Pengikut; suka, balasan, posting ulang dan kutipan, markah, dan tayangan tiap unggahan.",
      gives_not: "Jangkauan dan kunjungan profil: X tidak memberikannya lewat jalan ini.",
      cost: "Berbayar menurut pemakaian: unggahan sendiri US$0,001, unggahan lain US$0,005, profil US$0,01 sekali baca. Denyut berhenti pada batas bulanan di Setelan (mula-mula US$5).",
      lasts:
        "Token aplikasi tidak punya tanggal akhir. Login akun sendiri diperbarui Denyut tiap kali membaca.",
    },
    tiktok: {
      file: [
        { text: "Buka TikTok Studio di komputer sebagai akun perpustakaan.", to: TIKTOK_STUDIO },
        { text: "Buka *Analitik → Konten*, dan pilih rentangnya." },
        { text: "Tekan *Unduh data*, dan pilih *CSV*." },
        { text: "Impor berkasnya di tab Data." },
      ],
      file_note: "Pengikut tidak ada di berkas ini: ketik jumlahnya sesekali di tab Data.",
      ways: [
        {
          title: "Display API: angka dasar",
          about:
            "Perlu peninjauan oleh TikTok, biasanya beberapa hari. Mintalah bantuan pemasang Denyut.",
          steps: [
            {
              text: "Daftar sebagai pengembang TikTok, tekan *Connect an app*, dan tambahkan *Login Kit*.",
              to: TIKTOK_APPS,
            },
            { text: "Minta cakupan berikut:", copy: TIKTOK_SCOPES },
            {
              text: "Sebagai *Redirect URI* tulis alamat Denyut Anda diikuti:",
              copy: "/connect/tiktok/callback",
            },
            { text: "Kirim untuk ditinjau, dan tunggu persetujuannya." },
            {
              text: "Salin *Client key* dan *Client secret*. Minta pemasang Denyut menyimpannya sebagai rahasia dengan nama:",
              copy: "TIKTOK_CLIENT_KEY TIKTOK_CLIENT_SECRET",
            },
            { text: "Di tab Data muncul tombol Hubungkan TikTok. Tekan, lalu izinkan." },
          ],
        },
        {
          title: "Business API: angka lengkap",
          about:
            "Portal lain dan peninjauan lain, tetapi memberi jangkauan, disimpan, lama ditonton, dan komentar.",
          steps: [
            {
              text: "Ubah akun menjadi *Akun Bisnis* di aplikasi TikTok: gratis.",
            },
            {
              text: "Daftar di portal TikTok API for Business, dan buat aplikasi dengan izin *TikTok Accounts*.",
              to: TIKTOK_BUSINESS,
            },
            {
              text: "Sebagai alamat pengalihan tulis alamat Denyut Anda diikuti:",
              copy: "/connect/tiktok/callback",
            },
            {
              text: "Sesudah disetujui, minta pemasang Denyut menyimpan App ID dan Secret sebagai rahasia dengan nama:",
              copy: "TIKTOK_BUSINESS_APP_ID TIKTOK_BUSINESS_SECRET",
            },
            { text: "Tekan Hubungkan TikTok di tab Data, lalu izinkan semua yang diminta." },
          ],
        },
      ],
      gives:
        "Display API: pengikut; suka, komentar, dibagikan, dan tayangan tiap video. Business API: juga jangkauan, disimpan, lama ditonton, angka harian, dan waktu balasan.",
      gives_not:
        "Siaran langsung dan cerita. Angka Business API terlambat satu sampai dua hari, dan berhenti setahun sesudah terbit.",
      cost: "Gratis.",
      lasts:
        "Denyut memperbarui tokennya sendiri setiap kali membaca. Display API terputus bila tidak dibaca selama 180 hari.",
    },
  } satisfies Record<Platform, Guide> as Record<Platform, Guide>,
};

const en: typeof id = {
  title: (platform) => `Connecting ${platform}`,
  lead: "There are two ways: a file that you export now and then, or a token, so that Denyut collects by itself every hour. Not sure yet? Begin with the file.",
  button: (platform) =>
    `Is there a button “Connect ${platform}” on the Data tab? Press it, and you need no token from below.`,
  file: "The easy way: a CSV file",
  file_about: "About five minutes, and nobody’s permission. Do it again once a week or month.",
  to_import: "To the CSV import",
  to_connect: "To Connect an account",
  facts: "What to know",
  gives: "What you get",
  gives_not: "What you don’t",
  cost: "Cost",
  lasts: "How long it lasts",
  safe: "A token is like a key: never send it by WhatsApp or mail. Denyut stores it encrypted and never shows it again.",
  changing:
    "Platforms rename their menus now and then. If something differs, take what comes nearest; where Denyut refuses, it says what is missing.",
  platforms: {
    facebook: {
      file: [
        {
          text: "Open Meta Business Suite with the account that manages the library’s Page.",
          to: META_INSIGHTS,
        },
        { text: "Choose *Insights → Content*, then *Export data*." },
        {
          text: "Choose *Facebook* and the dates. As the level of data choose *Lifetime*, not daily.",
        },
        { text: "Download it as *CSV*, then import it on the Data tab." },
      ],
      file_note: "Choose Lifetime: a daily file holds each day’s additions only, not the totals.",
      ways: [
        {
          title: "A Page token: collected every hour",
          about: "About twenty minutes, once. You must be an admin of the Page.",
          steps: [
            {
              text: "Open Meta’s list of apps, log in, and press *Create App*. Choose the type *Business*; any name will do, “Denyut” for example.",
              to: META_APPS,
            },
            {
              text: "Open the Graph API Explorer. On the right choose that app, then *Get User Access Token*.",
              to: META_EXPLORER,
            },
            {
              text: "Tick these permissions, press *Generate Access Token*, and choose the library’s Page:",
              copy: FACEBOOK_SCOPES,
            },
            {
              text: "Copy the token into the Access Token Debugger, press *Debug*, then *Extend Access Token*. Copy the long token that appears.",
              to: META_TOKEN,
            },
            {
              text: "Back in the Explorer paste that long token, put this line into the address box, and press *Submit*:",
              copy: PAGES,
            },
            {
              text: "From the answer copy the library’s *id* (the Page id) and *access_token* (the Page token).",
            },
            { text: "Paste both on the Data tab, then press Test and connect." },
          ],
        },
      ],
      gives:
        "Followers; reach, views and profile visits a day; reactions, comments, shares, views, reach and clicks a post; response times.",
      gives_not: "Daily figures only for a Page with at least 100 likes. Two years back at most.",
      cost: "Free.",
      lasts:
        "A Page token has no end date. It dies when the password changes or your role on the Page ends; Denyut tells you.",
    },
    instagram: {
      file: [
        {
          text: "Open Meta Business Suite; the library’s Instagram account must be linked there.",
          to: META_INSIGHTS,
        },
        { text: "Choose *Insights → Content*, then *Export data*." },
        {
          text: "Choose *Instagram* and the dates. As the level of data choose *Lifetime*, not daily.",
        },
        {
          text: "Download it as *CSV*, then import it on the Data tab. Stories are exported apart.",
        },
      ],
      file_note: "Choose Lifetime: a daily file holds each day’s additions only, not the totals.",
      ways: [
        {
          title: "An Instagram token: without a Facebook Page",
          about:
            "About fifteen minutes. The account must be professional (Business or Creator): change it in *Settings → Account type*.",
          steps: [
            {
              text: "Open Meta’s list of apps, log in, and press *Create App*. Choose the type *Business*.",
              to: META_APPS,
            },
            { text: "Add *Instagram*, then open *API setup with Instagram login*." },
            {
              text: "Press *Add account*, log in as the library’s account, and allow all that is asked.",
            },
            {
              text: "Beside that account press *Generate token*. Copy the token and its id, a number.",
            },
            {
              text: "Paste both on the Data tab, choose the kind Instagram token, then press Test and connect.",
            },
          ],
        },
        {
          title: "A Page token: where it is linked to Facebook",
          about: "One token for two platforms, and without an end date.",
          steps: [
            {
              text: "Follow the guide for Facebook as far as the permissions, and tick these too:",
              copy: INSTAGRAM_SCOPES,
            },
            { text: "Extend the token as it says there.", to: META_TOKEN },
            {
              text: "In the Explorer use this line, then press *Submit*:",
              to: META_EXPLORER,
              copy: PAGES_WITH_INSTAGRAM,
            },
            {
              text: "Copy *access_token*, and the *id* inside *instagram_business_account*: that is the Instagram user id.",
            },
            { text: "On the Data tab choose the kind Facebook Page token." },
          ],
        },
      ],
      gives:
        "Followers; reach and views a day; likes, comments, shares, saves, reach and views a post; how long reels were watched; stories before they vanish; response times.",
      gives_not:
        "New followers a day only for an account with at least 100 followers. Posts from before the account became professional have no reach.",
      cost: "Free, becoming a professional account included.",
      lasts:
        "An Instagram token lasts 60 days, and Denyut renews it every week. After a gap of more than 60 days make a new one.",
    },
    x: {
      file: [
        { text: "Open the account’s analytics as the library’s account.", to: X_ANALYTICS },
        {
          text: "Open *Content*, choose the dates, then press the download button: figures a post.",
        },
        { text: "Open *Overview* and download that as well: the account’s figures a day." },
        { text: "Import both files on the Data tab." },
      ],
      file_note:
        "X shows these analytics to Premium accounts only. The hour of publishing is not in the file.",
      ways: [
        {
          title: "Login of the own account: cheapest",
          about:
            "About twenty minutes. The library’s own account must make the app: only then does a post of its own cost US$0.001.",
          steps: [
            {
              text: "Log in to X’s developer console as the library’s account, and accept the agreement.",
              to: X_CONSOLE,
            },
            {
              text: "Buy a little credit (US$5 lasts for months), and turn automatic recharge off.",
            },
            {
              text: "Make an app, then open *User authentication settings*: choose *Read* and *Web App*. As *Callback URI* enter your Denyut’s address followed by:",
              copy: "/connect/x/callback",
            },
            {
              text: "Copy the *Client ID* and *Client Secret*. Ask whoever installed Denyut to store them as secrets named:",
              copy: "X_CLIENT_ID X_CLIENT_SECRET",
            },
            { text: "A button Connect X appears on the Data tab. Press it, then allow." },
          ],
        },
        {
          title: "The app’s token: shortest",
          about: "About ten minutes. A post costs US$0.005, and clicks are not seen.",
          steps: [
            { text: "Make an app in X’s developer console, and buy credit.", to: X_CONSOLE },
            { text: "Open *Keys and tokens*, then make and copy the *Bearer Token*." },
            {
              text: "Paste it on the Data tab with the account’s name, then press Test and connect.",
            },
          ],
        },
      ],
      gives: "Followers; likes, replies, reposts and quotes, bookmarks and views a post.",
      gives_not: "Reach and profile visits: X does not give them this way.",
      cost: "Paid by use: a post of one’s own US$0.001, other posts US$0.005, a profile US$0.01 a read. Denyut stops at the monthly ceiling in the settings (US$5 at first).",
      lasts:
        "The app’s token has no end date. A login of the own account is renewed by Denyut as it reads.",
    },
    tiktok: {
      file: [
        { text: "Open TikTok Studio on a computer as the library’s account.", to: TIKTOK_STUDIO },
        { text: "Open *Analytics → Content*, and choose the dates." },
        { text: "Press *Download data*, and choose *CSV*." },
        { text: "Import the file on the Data tab." },
      ],
      file_note: "Followers are not in this file: type their number on the Data tab now and then.",
      ways: [
        {
          title: "Display API: the basic figures",
          about:
            "TikTok reviews it, which usually takes some days. Ask whoever installed Denyut for help.",
          steps: [
            {
              text: "Register as a TikTok developer, press *Connect an app*, and add *Login Kit*.",
              to: TIKTOK_APPS,
            },
            { text: "Ask for these scopes:", copy: TIKTOK_SCOPES },
            {
              text: "As *Redirect URI* enter your Denyut’s address followed by:",
              copy: "/connect/tiktok/callback",
            },
            { text: "Submit it for review, and wait for the approval." },
            {
              text: "Copy the *Client key* and *Client secret*. Ask whoever installed Denyut to store them as secrets named:",
              copy: "TIKTOK_CLIENT_KEY TIKTOK_CLIENT_SECRET",
            },
            { text: "A button Connect TikTok appears on the Data tab. Press it, then allow." },
          ],
        },
        {
          title: "Business API: all the figures",
          about:
            "Another portal and another review, but it gives reach, saves, watch time and comments.",
          steps: [
            { text: "Make the account a *Business Account* in TikTok’s app: it is free." },
            {
              text: "Register at the portal of TikTok API for Business, and make an app with the permission *TikTok Accounts*.",
              to: TIKTOK_BUSINESS,
            },
            {
              text: "As its redirect address enter your Denyut’s address followed by:",
              copy: "/connect/tiktok/callback",
            },
            {
              text: "Once approved, ask whoever installed Denyut to store App ID and Secret as secrets named:",
              copy: "TIKTOK_BUSINESS_APP_ID TIKTOK_BUSINESS_SECRET",
            },
            { text: "Press Connect TikTok on the Data tab, then allow all that is asked." },
          ],
        },
      ],
      gives:
        "Display API: followers; likes, comments, shares and views a video. Business API: reach, saves, watch time, daily figures and response times as well.",
      gives_not:
        "Live videos and stories. The Business API’s figures come one to two days late, and end a year after publishing.",
      cost: "Free.",
      lasts:
        "Denyut renews the token itself as it reads. The Display API breaks off when nothing was read for 180 days.",
    },
  },
};

export const guideWords: Record<Language, typeof id> = { id, en };
