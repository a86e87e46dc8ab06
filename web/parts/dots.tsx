import type { Dots as DotsData } from "../../functions/present/view.ts";

const WIDTH = 320;
const HEIGHT = 92;
/** Space above the highest and below the lowest dot. */
const MARGIN = 8;
/** Half the height is at least a doubling, so that calm posts look calm. */
const LEAST_SPAN = Math.log(2.4);
/** A post without reactions is as far down as the picture goes. */
const LOWEST = 0.05;

const logOf = (times: number): number => Math.log(Math.max(times, LOWEST));

/** Where the posts stand: x in the middle of its share of the width, y by the logarithm, the usual in the middle. */
export function placesOf({ posts, low, high }: Pick<DotsData, "posts" | "low" | "high">) {
  const known = posts.flatMap(({ times }) => (times === null ? [] : [Math.abs(logOf(times))]));
  const span = Math.max(LEAST_SPAN, Math.abs(logOf(low)), Math.abs(logOf(high)), ...known);
  const yOf = (times: number) =>
    Math.round((HEIGHT / 2 - (logOf(times) / span) * (HEIGHT / 2 - MARGIN)) * 10) / 10;
  const step = WIDTH / Math.max(posts.length, 1);
  const xOf = (index: number) => Math.round((index + 0.5) * step * 10) / 10;
  return { xOf, yOf, step };
}

/** The last posts against the norm: a stem from the usual to each post, the usual range as a band, a streak shaded. */
export function Dots({ dots, label }: { dots: DotsData; label: string }) {
  const { xOf, yOf, step } = placesOf(dots);
  const from = dots.streak_from;
  const middle = HEIGHT / 2;
  return (
    <svg class="dots" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {from !== null && (
        <rect
          class="s-wash"
          x={Math.round(from * step)}
          width={WIDTH - Math.round(from * step)}
          height={HEIGHT}
          rx="2"
        />
      )}
      <rect
        class="s-band"
        y={yOf(dots.high)}
        width={from === null ? WIDTH : Math.round(from * step)}
        height={yOf(dots.low) - yOf(dots.high)}
      />
      <line class="s-soft" x1="0" x2={WIDTH} y1={middle} y2={middle} stroke-width="1" />
      {dots.posts.map(({ id, times, young }, index) => {
        if (times === null) return null;
        const inStreak = from !== null && index >= from;
        const x = xOf(index);
        const y = yOf(times);
        return (
          <g key={id} class={inStreak ? "s-weak" : undefined}>
            <line
              class={inStreak ? undefined : "s-stem"}
              x1={x}
              x2={x}
              y1={middle}
              y2={y}
              stroke-width="1.5"
            />
            <circle class={young ? "s-young" : undefined} cx={x} cy={y} r={inStreak ? 4.5 : 3.4} />
          </g>
        );
      })}
    </svg>
  );
}
