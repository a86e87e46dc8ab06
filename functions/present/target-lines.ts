/** Targets as the API shows them. */
import type { TargetLine } from "./views/targets.ts";

export const toTargetJson = ({ account, standing, ...target }: TargetLine) => ({
  ...target,
  account: account?.id ?? null,
  standing,
});
