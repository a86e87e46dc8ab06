import type { PlanLine, PlanView } from "../../functions/present/views/calendar.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";

/** In each account the post that kept the plan, and a person's word on it. */
export function PlanPosts({ view, plan }: { view: PlanView; plan: PlanLine }) {
  const words = planWords[view.chrome.language];
  return (
    <section id="posts">
      <h2>{words.plan.post}</h2>
      <ul class="rows">
        {plan.in.map((one) => (
          <li key={one.id} class="stacked">
            <OneAccount view={view} plan={plan} one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type Props = { view: PlanView; plan: PlanLine; one: PlanLine["in"][number] };

function OneAccount({ view, plan, one }: Props) {
  const { chrome, accounts, may_plan } = view;
  const words = planWords[chrome.language];
  const found = view.candidates.find(({ id }) => id === one.post);
  return (
    <>
      <b>{accountName(one, accounts)}</b>{" "}
      <small>
        {one.by_person
          ? words.plan.post_said
          : one.post === null
            ? words.plan.post_open
            : words.plan.post_found}
      </small>
      {one.post !== null && (
        <a class="action" href={`/posts/${one.post}`}>
          <span class="clip">{found?.caption ?? words.plan.to_post}</span>
        </a>
      )}
      {may_plan && <Choice view={view} plan={plan} one={one} />}
    </>
  );
}

/** "None" stands for ever, and so does one that was chosen; found by itself is what stands without a word. */
function Choice({ view, plan, one }: Props) {
  const { chrome, candidates } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  const own = candidates.filter(({ account_id }) => account_id === one.id);
  const chosen = one.by_person ? (one.post ?? "none") : "any";
  return (
    <form method="post" action={`/plans/${plan.id}`} class="find-line">
      <input type="hidden" name="version" value={plan.version} />
      <input type="hidden" name="account" value={one.id} />
      <label>
        <span class="hidden">{words.plan.post}</span>
        <select name="post">
          <option value="any" selected={chosen === "any"}>
            {words.plan.post_find}
          </option>
          <option value="none" selected={chosen === "none"}>
            {words.plan.post_none}
          </option>
          {own.map((post) => (
            <option key={post.id} value={post.id} selected={chosen === post.id}>
              {speech.shortDay(post.on)} · {(post.caption ?? `#${post.id}`).slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      <button name="do" value="match" class="quiet" type="submit">
        {words.plan.post_save}
      </button>
    </form>
  );
}
