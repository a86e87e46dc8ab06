import { expect, test } from "vitest";
import { normalQuantile } from "../../../functions/analyse/statistics/normal-quantile.ts";

// R: qnorm(c(.001, .01, .025, .1, .3, .5, .975, .999))
test.each([
  [0.001, -3.090232306],
  [0.01, -2.326347874],
  [0.025, -1.959963985],
  [0.1, -1.281551566],
  [0.3, -0.524400513],
  [0.5, 0],
  [0.975, 1.959963985],
  [0.999, 3.090232306],
])("the normal quantile of %f is %f", (p, expected) =>
  expect(normalQuantile(p)).toBeCloseTo(expected, 7),
);
