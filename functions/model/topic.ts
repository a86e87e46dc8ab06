/** The library's coding scheme: what a post is about. `places` are rooms and rare collections; `interactive` is quiz, poll, Q&A. */
export const TOPICS = [
  "new_books",
  "events",
  "literacy",
  "services",
  "community",
  "places",
  "interactive",
  "institutional",
] as const;
export type Topic = (typeof TOPICS)[number];

export const isTopic = (text: string): text is Topic =>
  (TOPICS as readonly string[]).includes(text);
