import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Dots as DotsData, OverviewView } from "../../functions/present/views/overview.ts";
import { answerWords } from "../language/answers.ts";
import { postsInWords } from "../language/names.ts";
import { overviewWords } from "../language/overview.ts";
import { linkTo } from "../links.ts";
import { AccountLines } from "../parts/account-lines.tsx";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { Dots } from "../parts/dots.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { FigureBlock } from "../parts/figure-block.tsx";
import { Headline } from "../parts/headline.tsx";
import { unknownOf } from "../parts/headline-text.ts";
import { Overall, Tasks, Try } from "../parts/overview-more.tsx";
import { ShareScreen, ShareSeen } from "../parts/share-screen.tsx";
import { isPicture } from "../share/chart-told.ts";

/**
 * What there is to know now and what to try, how the others do, what else there is to do; then every figure against its
 * past, and one account after the other.
 */
export function Overview({ view }: { view: OverviewView }) {
  const { chrome, choice, headline, blocks, streaks } = view;
  if (headline.kind === "empty") return <Headline {...{ chrome, headline }} />;
  return (
    <>
      <div class="page-actions">
        <ShareScreen view={view} />
      </div>
      <div class="columns">
        <div>
          <div class={"streak" in headline ? "leads" : undefined}>
            <Headline
              {...{ chrome, headline }}
              among={view.norms}
              unknown={unknownOf(view.norms)}
              against={choice.against}
            />
            {view.dots && isPicture(view.dots) && <DotsPicture view={view} dots={view.dots} />}
          </div>
        </div>
        <div>
          <Try view={view} />
          <Overall view={view} />
          <Tasks view={view} />
        </div>
      </div>
      <div class="row-between try">
        <a class="action" href={linkTo("/answers", choice)}>
          {answerWords[chrome.language].link}
        </a>
        <a class="action" href="/report">
          {overviewWords[chrome.language].report}
        </a>
      </div>
      <ChoiceBar {...{ chrome, choice }} path="/" rate compares />
      <div class="columns">
        {blocks.map((block, index) => (
          <FigureBlock
            key={block.metric}
            {...{ chrome, choice, block, streaks }}
            targets={view.targets}
            first={index === 0}
          />
        ))}
        <AccountLines view={view} />
      </div>
      <ShareSeen view={view} />
      <Downloads {...{ chrome, choice }} />
    </>
  );
}

function DotsPicture({ view, dots }: { view: OverviewView; dots: DotsData }) {
  const words = overviewWords[view.chrome.language];
  const below = dots.posts.filter(({ times }) => times !== null && times < dots.low).length;
  const told = "streak" in view.headline;
  const posts = postsInWords[view.chrome.language](dots.posts.length);
  return (
    <figure>
      <Dots dots={dots} label={words.dots_label(posts, PLATFORM_NAMES[dots.platform], below)} />
      <figcaption class="row-between small">
        <span>{words.last_posts(posts, told ? null : PLATFORM_NAMES[dots.platform])}</span>
        {told && (
          <span class="link" aria-hidden="true">
            {words.evidence_link}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
