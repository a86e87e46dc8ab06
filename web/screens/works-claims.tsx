/** What is claimed; or calmly that nothing is, and what could have been seen. */
import type { Claim } from "../../functions/model/claim.ts";
import { FEWEST_AT_LEVEL } from "../../functions/model/look.ts";
import type { ShownLook, WorksView } from "../../functions/present/views/works.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import {
  chanceOfClaim,
  claimSentence,
  levelPosts,
  tieSentence,
  worksWords,
} from "../language/works.ts";
import { worksScreenWords } from "../language/works-screen.ts";
import { namesOf } from "../parts/account-name.ts";
import { More } from "../parts/field.tsx";
import { Rich } from "../parts/rich.tsx";
import { trialOfClaim } from "../parts/trial-links.ts";
import { memberLink } from "../parts/works-link.ts";

/** More are a tap away: who reads five differences remembers none. */
const MOST_SHOWN = 3;

/** Most accounts need twice as many for a doubling to be seen: where fewer do, it is said why. */
const CALM = 15;

export function WorksClaims({ view }: { view: WorksView }) {
  const { chrome, look } = view;
  const words = worksScreenWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <section>
      {look === null && (
        <>
          <p>{view.of ? words.not_yet : words.not_together}</p>
          <p class="soft lead">{words.counted}</p>
        </>
      )}
      {look?.state === "ready" && (
        <>
          {look.claims.length > 0 ? (
            <Claims view={view} look={look} />
          ) : (
            <Nothing {...{ view, look }} />
          )}
          <Gone view={view} look={look} />
          <p class="small lead">
            {words.judged(speech.month(`${look.month}-01`), look.posts)}{" "}
            {look.newest_each !== null && words.each(look.newest_each)}
          </p>
        </>
      )}
      {look && look.state !== "ready" && <NotJudged {...{ view, look }} />}
    </section>
  );
}

function Claims({ view, look }: { view: WorksView; look: ShownLook }) {
  const { language } = view.chrome;
  const words = worksScreenWords[language];
  const [first, more] = [look.claims.slice(0, MOST_SHOWN), look.claims.slice(MOST_SHOWN)];
  return (
    <>
      <ClaimList view={view} claims={first} />
      {more.length > 0 && (
        <More title={words.more_claims(more.length)}>
          <ClaimList view={view} claims={more} />
        </More>
      )}
      <p class="small lead">
        {worksWords[language].difference}
        {look.claims.some(({ direction }) => direction < 0) && ` ${words.less}`}
      </p>
    </>
  );
}

function ClaimList({ view, claims }: { view: WorksView; claims: readonly Claim[] }) {
  const { chrome, of } = view;
  const words = worksScreenWords[chrome.language];
  return (
    <ul class="rows claims">
      {claims.map((claim) => (
        <li key={`${claim.factor} ${claim.level}`}>
          <p class="claim">
            <Rich text={claimSentence(chrome, claim)} />
          </p>
          <small class="block">{chanceOfClaim(chrome.language, claim.chance)}</small>
          {claim.entangled_with && (
            <p class="note">{tieSentence(chrome, claim, claim.entangled_with)}</p>
          )}
          {claim.entangled_with && view.may_plan && <Untie view={view} claim={claim} />}
          {claim.factor !== "rhythm" && (
            <a class="action" href={memberLink(of, claim.factor, claim.level)}>
              {words.its_posts(claim.posts)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What only a trial can tell. */
function Untie({ view: { chrome, of }, claim }: { view: WorksView; claim: Claim }) {
  const href = trialOfClaim(claim, of);
  return (
    href !== null && (
      <a class="action" href={href}>
        {trialWords[chrome.language].add}
      </a>
    )
  );
}

function Nothing({ view, look }: { view: WorksView; look: ShownLook }) {
  const { chrome, accounts, of } = view;
  const words = worksScreenWords[chrome.language];
  const { posts, posts_for_double } = look;
  const alone = of === null ? accounts.filter(({ claims }) => claims > 0) : [];
  return (
    <>
      <p>{worksWords[chrome.language].nothing}</p>
      {alone.length > 0 && <p class="lead">{words.alone(namesOf(chrome, alone, accounts))}</p>}
      <p class="soft lead">
        {posts_for_double === null
          ? words.could_not_see(posts)
          : words.could_see(posts, Math.max(FEWEST_AT_LEVEL, posts_for_double))}{" "}
        {posts_for_double !== null &&
          posts_for_double < CALM &&
          `${words.calm(of === null ? "all" : "one")} `}
        {words.small_unseen}
      </p>
    </>
  );
}

function NotJudged({ view, look }: { view: WorksView; look: ShownLook }) {
  const { chrome, enough_by } = view;
  const words = worksScreenWords[chrome.language];
  const said = worksWords[chrome.language];
  return (
    <>
      <p>{look.state === "learning" ? said.learning(look.posts) : said.too_few}</p>
      <p class="soft lead">
        {enough_by !== null && `${words.enough_by(speechOf(chrome).month(`${enough_by}-01`))} `}
        {look.state === "learning" ? words.until_then : words.counted}
      </p>
    </>
  );
}

function Gone({ view: { chrome }, look }: { view: WorksView; look: ShownLook }) {
  const words = worksScreenWords[chrome.language];
  const speech = speechOf(chrome);
  return (
    <>
      {look.gone.slice(0, MOST_SHOWN).map(({ factor, level, since }) => (
        <p key={`${factor} ${level}`} class="small lead">
          {words.gone(
            capital(levelPosts(chrome, factor, level)),
            worksWords[chrome.language].gone(speech.month(`${since}-01`)),
          )}
        </p>
      ))}
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
