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

/** The words and hashtags by which topics are known: those of a topic that is left out are the shipped ones. */
export type TopicWords = Partial<Record<Topic, readonly string[]>>;

export const MOST_TOPIC_WORDS = 100;
export const LONGEST_TOPIC_WORD = 60;
