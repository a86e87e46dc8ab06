/** A backup put back: how far it is, whoever looks; and for the admin the way to begin, to go on, or to give it up. */
import type { RestoreView } from "../../functions/present/views/hand-over.ts";
import { handOverWords } from "../language/hand-over.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Back } from "../parts/back.tsx";
import { Field } from "../parts/field.tsx";
import { Shown } from "../parts/hand-over.tsx";
import { Island } from "../parts/island.tsx";

export const restoreTitle = ({ chrome, restoring }: RestoreView): string =>
  restoring ? handOverWords[chrome.language].running : handOverWords[chrome.language].restore;

export function Restore({ view }: { view: RestoreView }) {
  const { chrome, restoring, unused, admin } = view;
  const words = handOverWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <div class="narrow">
      {!restoring && <Back href="/data/settings" name={tabs.data} label={back_to(tabs.data)} />}
      <h1>{restoreTitle(view)}</h1>
      {restoring ? (
        <>
          <p class="lead">
            {restoring.leaving
              ? words.leaving_text
              : words.running_text(restoring.library, speech.moment(restoring.made_at))}
          </p>
          {!restoring.leaving && (
            <p class="lead">
              <progress max={100} value={restoring.percent} aria-label={words.running} />
              {words.percent(restoring.percent)}
            </p>
          )}
        </>
      ) : (
        <p class="lead soft">{unused ? words.restore_help : words.in_use}</p>
      )}
      {admin && (unused || (restoring && !restoring.leaving)) && <Bringing view={view} />}
      {admin && restoring && (
        <section>
          <ApiForm
            language={chrome.language}
            method="DELETE"
            path="/api/restore"
            confirm={words.give_up_sure}
            repeat
          >
            <button class="quiet danger" type="submit">
              {words.give_up}
            </button>
          </ApiForm>
        </section>
      )}
    </div>
  );
}

/** What `web/islands/restore.ts` needs to know. */
export type RestoreProps = Pick<RestoreView, "schema" | "day" | "written" | "writes"> & {
  language: RestoreView["chrome"]["language"];
  time_zone: string;
  now: number;
};

function Bringing({
  view: { chrome, restoring, schema, day, written, writes },
}: {
  view: RestoreView;
}) {
  const { language, time_zone, now } = chrome;
  const words = handOverWords[language];
  const props: RestoreProps = { language, time_zone, now, schema, day, written, writes };
  return (
    <section>
      {restoring && <p class="soft small">{words.go_on}</p>}
      <Island name="restore" props={props}>
        <form method="post" class="form" autocomplete="off">
          <Field label={words.file} name="file" type="file" accept=".ndjson,.part" required />
          <div class="stack" hidden data-locked>
            <p class="soft small">{words.locked}</p>
            <Field label={words.passphrase} name="passphrase" type="password" autocomplete="off" />
            <Shown language={language} />
          </div>
          <button type="submit" disabled>
            {words.begin}
          </button>
          <p class="said" role="status" />
        </form>
      </Island>
      <noscript>
        <p class="small">{words.no_script}</p>
      </noscript>
    </section>
  );
}
