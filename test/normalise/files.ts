/** Files as the platforms export them, small and made by hand. */

export const FACEBOOK_HEADER =
  '"Post ID","Page ID","Page name",Title,Description,"Duration (sec)","Publish time","Caption type",Permalink,"Is crosspost","Is share","Post type",Languages,"Custom labels","Funded content status","Data comment",Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,"Total clicks","Other Clicks","Seconds viewed"';

/** With a byte order mark, CRLF, a caption of two lines, a boosted post, and grouped and shortened numbers. */
export const FACEBOOK = [
  `\uFEFF${FACEBOOK_HEADER}`,
  '1827720132094663,100045700821521,"Perpustakaan Kota Pasuruan","Koleksi ""baru"" 🍁 \r\n#buku",,0,"09/28/2026 18:12",N/A,https://www.facebook.com/perpustakaanpasuruan/posts/pfbid0abc,0,0,Photos,,,,,Lifetime,"12,400",1.2K,44,40,3,1,25,5,',
  '1823209189212424,100045700821521,"Perpustakaan Kota Pasuruan",Judul,"Lomba bercerita",61,"09/24/2026 00:30",N/A,https://www.facebook.com/perpustakaanpasuruan/videos/1823209189212424/,0,0,Reels,,,Boosted,,Lifetime,63,45,6,5,0,1,2,1,754.6',
  "",
].join("\r\n");

/** Two posts, whose short codes lead the Pacific clock by a minute. */
export const INSTAGRAM =
  'Post ID,Account ID,Account username,Account name,Description,Duration (sec),Publish time,Permalink,Post type,Data comment,Date,Impressions,Reach,Likes,Shares,Follows,Comments,Saves\n18182686576415017,17841403398239763,Perpustakaan.Pasuruan,Perpustakaan Kota Pasuruan,"Ruang baca ""anak""\ndibuka",0,09/24/2026 15:30,https://www.instagram.com/p/Ddr9XLzgAAF/,IG carousel,,Lifetime,99,40,4,0,0,0,\n18182686576415018,17841403398239763,Perpustakaan.Pasuruan,Perpustakaan Kota Pasuruan,Lapak baca,12,09/25/2026 07:05,https://www.instagram.com/reel/Ddtoa_bgAAJ/,IG reel,,Lifetime,1200,900,31,4,0,2,5\n';

/** A post of a partner, which stands below them. */
export const INSTAGRAM_PARTNER =
  "18182686576415019,17841403398239764,taman.baca,Taman Baca,Bersama,0,09/26/2026 07:05,https://www.instagram.com/p/A/,IG image,,Lifetime,50,40,3,1,0,0,0\n";

export const X_CONTENT =
  'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks\n2076937302695018752,"Tue, Jul 14, 2026","Buka sampai malam, datanglah",https://x.com/PerpusPasuruan/status/2076937302695018752,"1,543",23,40,3,7,0,2,5,4,6,8,0,1\n12345,"Wed, Jul 15, 2026",Lama,https://x.com/perpuspasuruan/status/12345,10,0,0,0,0,0,0,0,0,0,0,0,0\n';

export const X_OVERVIEW =
  'Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n"Tue, Jul 14, 2026",1800,23,40,3,7,6,1,2,5,33,1,0,0\n"Wed, Jul 15, 2026",,0,0,0,0,0,0,0,0,,0,0,0\n';

/** A video whose id holds its instant, and a photo post of an id too short to hold one. */
export const TIKTOK =
  'Video title,Video link,Video publish time,Total views,Total likes,Total comments,Total shares,Total play time,Average watch time,Watched full video,Add to favorites\n"Tur perpustakaan, lantai 2",https://www.tiktok.com/@perpus.pasuruan/video/7687602297148276737,2026-09-20 21:03:11,5000,1.2K,20,30,1:02:03,0:12,38%,44\nFoto,https://www.tiktok.com/@perpus.pasuruan/photo/64208000000002,2026-09-21,12,1,0,0,,,,\n';
