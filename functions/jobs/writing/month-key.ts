import { addDays, monthOf, startOfDay } from "../../model/day.ts";
import type { AccountMonth } from "../../store/month-packing.ts";
import type { MonthKey } from "../../store/months.ts";

/** A month (`YYYY-MM`) of an account, to be packed again: with its first instant and that of the next month in the zone. */
export const monthKey = ({ account_id, month }: AccountMonth, zone: string): MonthKey => ({
  account_id,
  month,
  from: startOfDay(`${month}-01`, zone),
  to: startOfDay(`${monthOf(addDays(`${month}-28`, 4))}-01`, zone),
});
