import type { Chrome } from "../../functions/present/views/chrome.ts";
import { shellWords } from "../language/shell.ts";

const TABS = ["overview", "posts", "calendar", "data"] as const;
export type Tab = (typeof TABS)[number];

const PATHS: Record<Tab, string> = {
  overview: "/",
  posts: "/posts",
  calendar: "/calendar",
  data: "/data",
};

/** Where the chosen period and platforms mean something. */
const KEEPING: readonly Tab[] = ["overview", "posts"];

/** 24 × 24, drawn with a line. */
const ICONS: Record<Tab, string> = {
  overview: "M3 12h4.5l2.5-7 4 14 2.5-7H21",
  posts: "M4 5h16v14H4zM4 10h16M10 10v9",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
  data: "M5 7c0-4 14-4 14 0v10c0 4-14 4-14 0zM5 7c0 4 14 4 14 0",
};

/** @param query of the chosen period and platforms: it goes along to where it means something */
export function Tabs(props: { chrome: Chrome; current: Tab | null; query: string }) {
  const words = shellWords[props.chrome.language];
  return (
    <nav class="tabs" aria-label={words.tabs_label}>
      {TABS.map((tab) => (
        <a
          key={tab}
          href={PATHS[tab] + (KEEPING.includes(tab) ? props.query : "")}
          aria-current={tab === props.current ? "page" : undefined}
        >
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d={ICONS[tab]} />
          </svg>
          <span>{words.tabs[tab]}</span>
        </a>
      ))}
    </nav>
  );
}
