import type { Language } from "../../functions/present/views/chrome.ts";
import { Share } from "./share.tsx";

/** An address, token or command to take along: selectable whole, wrapped, copied by one tap. */
export function Copyable({ language, text }: { language: Language; text: string }) {
  return (
    <div class="copyable">
      <code>{text}</code>
      <Share language={language} url={text} text={null} />
    </div>
  );
}
