/** What the forms of who is told do: plain ones, which work without a script but for a browser's own push. */
import { takeIn, tryOut } from "../jobs/telling/recipients.ts";
import { Problem } from "../model/problem.ts";
import { newRecipient, recipientWishes } from "../normalise/recipient.ts";
import type { TypedRecipient } from "../present/views/recipients.ts";
import { saveSettings } from "../store/library.ts";
import { changeRecipient, deleteRecipient, findRecipient } from "../store/recipients.ts";
import { limit } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { checked, formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { languageOf } from "./page.ts";
import { idOf } from "./reading.ts";
import { recipientsView, typedRecipient } from "./recipient-reading.ts";
import { settingsWire } from "./settings.ts";
import { withChat } from "./telegram-chat.ts";
import { inWords } from "./telling.ts";

export const messageForms = {
  "POST /messages": async (c) => {
    const form = await formOf(c);
    if (form.get("do") === "contact") return contactSaved(c, (form.get("contact") ?? "").trim());
    const typed = typedRecipient(form);
    return orAgain(
      c,
      async () => {
        const { reach, wishes } = newRecipient(wireOf(typed));
        const { id } = await takeIn(c.env.DB, c.env, {
          ...{
            reach: await withChat(c.env, reach),
            ...wishes,
            language: wishes.language ?? languageOf(c),
          },
          link: null,
          origin: new URL(c.req.url).origin,
          now: c.get("now"),
        });
        return back(c, "added", id);
      },
      // a secret does not come back into a page
      ({ problems: faults }) => recipientsView(c, { typed: { ...typed, token: "" }, faults }),
    );
  },

  "POST /messages/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    const row = await findRecipient(c.env.DB, id, c.get("now"));
    if (!row) throw new Problem("not_found", "there is no such recipient");
    switch (form.get("do")) {
      case "remove":
        await deleteRecipient(c.env.DB, id).run();
        return back(c, "removed", id);
      case "try": {
        await limit(c.env.TRY_LIMIT, `try ${row.hash}`, "at most 5 test messages a minute");
        const library = c.get("library");
        const when = { now: c.get("now"), time_zone: c.get("time_zone") };
        const said = inWords({ told: "test" }, library, when, row);
        const from = { library: library.name, contact: library.contact, now: c.get("now") };
        await tryOut(c.env.DB, c.env, row, said, from);
        return back(c, "tried", id);
      }
      default: {
        const { way: _way, url: _url, token: _token, chat: _chat, ...typed } = typedRecipient(form);
        return orAgain(
          c,
          async () => {
            const { quiet, ...wishes } = recipientWishes(wishesOf(typed));
            await changeRecipient(c.env.DB, id, {
              ...wishes,
              language: wishes.language ?? row.language,
              quiet_from: quiet.from,
              quiet_to: quiet.to,
            }).run();
            return back(c, "saved", id);
          },
          ({ problems: faults }) => recipientsView(c, { faults }),
        );
      }
    }
  },
} satisfies Handlers;

function contactSaved(c: Ctx, contact: string): Promise<Response> {
  return orAgain(
    c,
    async () => {
      const typed = { contact: contact === "" ? null : contact };
      const said = checked(settingsWire.pick({ contact: true }), typed);
      await saveSettings(c.env.DB, said).run();
      return back(c, "contact", null);
    },
    ({ problems: faults }) => recipientsView(c, { contact, faults }),
  );
}

const back = (c: Ctx, what: string, id: number | null): Response =>
  c.redirect(
    `/messages?${what}=${id ?? ""}#${id === null || what === "removed" ? "main" : `r-${id}`}`,
    303,
  );

const wishesOf = ({
  name,
  language,
  kinds,
  weekly,
  quiet_from,
  quiet_to,
}: Omit<TypedRecipient, "way" | "url" | "token" | "chat">) => ({
  name,
  language,
  kinds,
  weekly,
  quiet: { from: quiet_from, to: quiet_to },
});

/** The form's fields as the API takes them. */
function wireOf(typed: TypedRecipient): object {
  const { way, url, token, chat } = typed;
  return way === "telegram"
    ? { way, token, chat, ...wishesOf(typed) }
    : { way, url, ...wishesOf(typed) };
}
