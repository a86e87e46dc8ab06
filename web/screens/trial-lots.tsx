import { weekOf } from "../../functions/model/day.ts";
import type { LotLine, TrialView } from "../../functions/present/views/trial.ts";
import { speechOf } from "../language/speech.ts";
import { trialWords } from "../language/trials.ts";
import { More } from "../parts/field.tsx";
import { sideName } from "../parts/trial-sentence.ts";

/** What was drawn, week by week, and what became of it: each leads to its post, else to its plan. */
export function Lots({ view }: { view: TrialView }) {
  const { chrome, trial, lots } = view;
  const words = trialWords[chrome.language];
  const speech = speechOf(chrome);
  const clashes = lots.filter(({ beside }) => beside !== null).length;
  const weeks = [...Map.groupBy(lots, ({ drawn_on }) => weekOf(drawn_on))];
  return (
    <section id="lots">
      <h2>{words.lots}</h2>
      {clashes > 0 && <p class="note">{words.clashes(clashes)}</p>}
      {weeks.map(([monday, own], index) => (
        <More
          key={monday}
          title={`${words.week(index + 1)} · ${speech.period(monday, own.at(-1)?.drawn_on ?? monday)}`}
          open={trial.state === "running" && index + 1 === Math.max(1, trial.week)}
        >
          <ul class="rows">
            {own.map((lot) => (
              <Lot key={lot.drawn_on} view={view} lot={lot} />
            ))}
          </ul>
        </More>
      ))}
    </section>
  );
}

function Lot({ view: { chrome, trial }, lot }: { view: TrialView; lot: LotLine }) {
  const words = trialWords[chrome.language];
  const speech = speechOf(chrome);
  const { plan, post, holiday, beside } = lot;
  const name = `${speech.fullDay(plan?.on ?? lot.drawn_on)} · ${sideName(chrome, trial, lot.side)}`;
  const href = post ? `/posts/${post.id}` : plan ? `/plans/${plan.id}` : null;
  const said = [
    holiday && words.holiday(chrome.language === "id" ? holiday.name_id : holiday.name_en),
    beside && words.beside(beside.title),
    plan?.title,
    words.lot[stateOf(lot, speech.dayOf(chrome.now))],
    post && !post.kept && !post.day_only && speech.time(post.at),
    post?.interactions != null && words.reactions(speech.count(post.interactions)),
  ].filter(Boolean);
  return (
    <li class="stacked">
      {href === null ? name : <a href={href}>{name}</a>}
      <small>{said.join(" · ")}</small>
    </li>
  );
}

function stateOf({ plan, post }: LotLine, today: string) {
  if (post) return post.kept ? "kept" : "other";
  if (!plan) return "gone";
  if (plan.dropped) return "dropped";
  if (plan.on < today) return "late";
  return plan.off_lot ? "off" : "ahead";
}
