/** Plans as rows of their table: one for each account, all with the plan's number. */
import type { AccountName } from "../model/account.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanColumn } from "../model/plan-columns.ts";
import type { Cell } from "./csv.ts";

/** `post`: the platform's id, else the address, of the post by which the plan was kept there; `null`: none. */
export type ExportedPlan = Omit<Plan, "accounts" | "series" | "trial"> & {
  accounts: readonly (AccountName & { post: string | null })[];
};

export const planRows = (plan: ExportedPlan, time_zone: string): Record<PlanColumn, Cell>[] =>
  plan.accounts.map(({ platform, handle, post }) => ({
    id: plan.id,
    on: plan.on,
    at: plan.at,
    time_zone,
    platform,
    account: handle,
    state: plan.state,
    format: plan.format,
    topic: plan.topic,
    title: plan.title,
    note: plan.note,
    person: plan.person,
    event: plan.event,
    post,
    version: plan.version,
  }));
