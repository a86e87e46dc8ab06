/** The library's working hours, as a person says them. */
import * as z from "zod";
import { isHour } from "../model/plan-time.ts";
import { minuteOfDay, type WorkingHours } from "../model/working-hours.ts";
import { refusing } from "./snapshot-schema.ts";

const hour = (example: string) =>
  z
    .string()
    .check(refusing((text) => (isHour(text) ? null : "not_an_hour")))
    .meta({ description: "HH:MM by the library's clock", example });

export const workingHoursWire = z
  .strictObject({
    days: z
      .array(z.int("not_a_weekday").min(1, "not_a_weekday").max(7, "not_a_weekday"))
      .min(1, "no_day")
      .check(({ value, issues }) => {
        for (const [index, day] of value.entries()) {
          if (value.indexOf(day) === index) continue;
          issues.push({ code: "custom", message: "day_twice", input: day, path: [index] });
        }
      })
      .meta({ description: "1 is Monday, 7 is Sunday", example: [1, 2, 3, 4, 5] }),
    from: hour("08:00"),
    to: hour("16:00"),
  })
  .check(({ value: { from, to }, issues }) => {
    if (!isHour(from) || !isHour(to) || minuteOfDay(from) < minuteOfDay(to)) return;
    issues.push({ code: "custom", message: "closes_before_opening", input: to, path: ["to"] });
  })
  .meta({
    id: "WorkingHours",
    description: "When comments are answered: public holidays and days that were left out are not",
  });

/** In the order of the week. */
export const workingHours = ({
  days,
  from,
  to,
}: z.output<typeof workingHoursWire>): WorkingHours => ({ days: [...days].sort(), from, to });
