import { expect, test } from "vitest";
import { bandOf, HOUR_BANDS } from "../../functions/model/hour-band.ts";

test("each hour is in the band that its name spans", () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const spanning = HOUR_BANDS.filter((band) => {
      const [from = 0, to = 0] = band.split("-").map(Number);
      return from <= hour && hour < to;
    });
    expect(spanning).toEqual([bandOf(hour)]);
  }
});
