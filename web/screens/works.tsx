/** Yang berhasil: what differs among an account's posts, what was compared, when posts go out, and about what. */
import type { WorksView } from "../../functions/present/views/works.ts";
import { shellWords } from "../language/shell.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { Back } from "../parts/back.tsx";
import { More } from "../parts/field.tsx";
import { Trials } from "../parts/trials.tsx";
import { whoseName, worksLink } from "../parts/works-link.ts";
import { WorksClaims } from "./works-claims.tsx";
import { WorksHours } from "./works-hours.tsx";
import { WorksLevels } from "./works-levels.tsx";
import { MixMonths, WorksMix } from "./works-mix.tsx";

export const worksTitle = ({ chrome }: WorksView): string =>
  worksScreenWords[chrome.language].title;

export function Works({ view }: { view: WorksView }) {
  const { chrome, accounts, look } = view;
  const words = worksScreenWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <>
      <Back href="/posts" name={tabs.posts} label={back_to(tabs.posts)} />
      <h1>{words.title}</h1>
      <p class="lead soft narrow">{words.lead}</p>
      <a class="action" href="/method#works">
        {words.method}
      </a>
      {accounts.length === 0 && <p class="lead">{words.no_accounts}</p>}
      {accounts.length > 1 && <Whose view={view} />}
      {accounts.length > 0 && <WorksClaims view={view} />}
      <Trials
        chrome={chrome}
        trials={view.trials}
        accounts={accounts}
        may_plan={view.may_plan && look?.state !== "too_few"}
        account={view.of}
      />
      {look && look.levels.length > 0 && <WorksLevels view={view} levels={look.levels} />}
      <div class="pair">
        <WorksHours view={view} />
        <WorksMix view={view} />
      </div>
      {view.mix.rows.length > 0 && (
        <More title={words.mix.months}>
          <MixMonths view={view} />
        </More>
      )}
    </>
  );
}

function Whose({ view }: { view: WorksView }) {
  const { chrome, accounts, together, of, mix } = view;
  const words = worksScreenWords[chrome.language];
  const options = [...accounts, ...(together ? [null] : [])];
  return (
    <nav class="options" aria-label={words.whose}>
      {options.map((one) => (
        <a
          key={one ? `${one.platform} ${one.handle}` : ""}
          href={worksLink(one, mix.by)}
          aria-current={
            one?.platform === of?.platform && one?.handle === of?.handle ? "true" : undefined
          }
        >
          {whoseName(chrome, one, accounts)}
          {one && one.claims > 0 && (
            <>
              <i aria-hidden="true"> ({one.claims})</i>
              <i class="hidden">{words.claims(one.claims)}</i>
            </>
          )}
        </a>
      ))}
    </nav>
  );
}
