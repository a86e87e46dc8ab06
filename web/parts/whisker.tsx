/** A size on the one axis that all share: ratios on a logarithmic scale, ×1 in the middle. */
import type { LevelSeen } from "../../functions/model/look.ts";
import { placeOf } from "./works-scale.ts";

const HEIGHT = 18;

export function Whisker({ size }: { size: NonNullable<LevelSeen["size"]> }) {
  const middle = HEIGHT / 2;
  const [low, at, high] = [size.low, size.ratio, size.high].map(placeOf);
  return (
    <svg
      class="whisker"
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="rule" d={`M10 0V${HEIGHT}M30 0V${HEIGHT}M70 0V${HEIGHT}M90 0V${HEIGHT}`} />
      <path class="one" d={`M50 0V${HEIGHT}`} />
      <path class="range" d={`M${low} ${middle}H${high}`} />
      <path class="dot" d={`M${at} ${middle}h0`} />
    </svg>
  );
}
