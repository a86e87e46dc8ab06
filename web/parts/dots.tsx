import type { Dots as DotsData } from "../../functions/present/views/overview.ts";
import { heightOf } from "./multiples.ts";

const WIDTH = 320;
const HEIGHT = 92;
const round = (value: number): number => Math.round(value * 10) / 10;

/** The last posts against the norm: a stem from the usual to each post, the usual range as a band, a streak shaded. */
export function Dots({ dots, label }: { dots: DotsData; label: string }) {
  const step = WIDTH / Math.max(1, dots.posts.length);
  const xOf = (index: number) => round((index + 0.5) * step);
  const yOf = (times: number) => round(heightOf(times) * HEIGHT);
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
