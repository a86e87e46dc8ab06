import { describe, expect, test } from "vitest";
import { Problem } from "../../functions/model/problem.ts";
import { parsed } from "../../functions/normalise/parsed.ts";
import { workingHours, workingHoursWire } from "../../functions/normalise/working-hours.ts";

const said = (over: Record<string, unknown> = {}) => ({
  days: [1, 2, 3, 4, 5],
  from: "08:00",
  to: "16:00",
  ...over,
});

describe("working hours", () => {
  test.each([
    ["an office's", said(), said()],
    [
      "every day but one minute",
      said({ days: [7, 1], from: "00:00", to: "23:59" }),
      said({ days: [1, 7], from: "00:00", to: "23:59" }),
    ],
    ["one minute", said({ from: "08:00", to: "08:01" }), said({ to: "08:01" })],
  ])("%s", (_rule, body, expected) => {
    expect(workingHours(parsed(workingHoursWire, body))).toEqual(expected);
  });

  test.each([
    ["no day", said({ days: [] }), ["days no_day"]],
    ["a day before Monday", said({ days: [0] }), ["days[0] not_a_weekday"]],
    ["a day after Sunday", said({ days: [1, 8] }), ["days[1] not_a_weekday"]],
    ["half a day", said({ days: [1.5] }), ["days[0] not_a_weekday"]],
    ["a day by its name", said({ days: ["Senin"] }), ["days[0] not_a_weekday"]],
    ["a day twice", said({ days: [1, 2, 1] }), ["days[2] day_twice"]],
    ["eight days", said({ days: [1, 2, 3, 4, 5, 6, 7, 7] }), ["days[7] day_twice"]],
    ["days that are none", said({ days: "1-5" }), ["days wrong_type"]],
    ["an hour that is none", said({ from: "8:00" }), ["from not_an_hour"]],
    ["an hour after midnight", said({ to: "24:00" }), ["to not_an_hour"]],
    ["closing before opening", said({ from: "16:00", to: "08:00" }), ["to closes_before_opening"]],
    ["closing at once", said({ from: "08:00", to: "08:00" }), ["to closes_before_opening"]],
    ["nothing", {}, ["days required", "from required", "to required"]],
    ["null", null, [" wrong_type"]],
    ["what is not asked", said({ lunch: "12:00" }), ["lunch unknown_field"]],
  ])("%s is refused, by its name", (_rule, body, faults) => {
    try {
      parsed(workingHoursWire, body);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      expect(error.problems.map(({ path, code }) => `${path} ${code}`)).toEqual(faults);
    }
  });
});
