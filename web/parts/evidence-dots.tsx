import type { EvidencePost } from "../../functions/present/views/streak.ts";
import { heightOf } from "./multiples.ts";

const WIDTH = 320;
const HEIGHT = 110;

type Props = {
  posts: readonly EvidencePost[];
  /** The usual range, as multiples. */
  low: number;
  high: number;
  weak: boolean;
  label: string;
};

/** Each post as a dot above or below the usual, the usual range as a band, the streak on a wash. */
export function EvidenceDots({ posts, low, high, weak, label }: Props) {
  const step = WIDTH / Math.max(1, posts.length);
  const radius = Math.min(4, Math.max(1.8, step / 3));
  const x = (index: number) => (index + 0.5) * step;
  const y = (times: number) => heightOf(times) * HEIGHT;
  const first = posts.findIndex((post) => post.in_streak);
  const last = posts.findLastIndex((post) => post.in_streak);
  const middle = y(1);
  return (
    <svg class="dots" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <rect class="s-band" x="0" width={WIDTH} y={y(high)} height={y(low) - y(high)} />
      {first >= 0 && (
        <rect
          class={weak ? "s-wash" : "s-lift"}
          x={first * step}
          width={(last - first + 1) * step}
          y="0"
          height={HEIGHT}
          rx="2"
        />
      )}
      <line class="s-soft" x1="0" x2={WIDTH} y1={middle} y2={middle} stroke-width="0.7" />
      {posts.map((post, index) =>
        post.times === null ? (
          <circle key={post.id} class="s-young" cx={x(index)} cy={middle} r={radius - 1} />
        ) : (
          <g key={post.id} class={post.in_streak ? (weak ? "s-weak" : "s-good") : ""}>
            <line
              class={post.in_streak ? "" : "s-stem"}
              x1={x(index)}
              x2={x(index)}
              y1={middle}
              y2={y(post.times)}
            />
            <circle cx={x(index)} cy={y(post.times)} r={post.in_streak ? radius + 0.7 : radius} />
          </g>
        ),
      )}
    </svg>
  );
}
