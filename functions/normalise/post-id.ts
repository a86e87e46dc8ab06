import type { Platform } from "../model/platform.ts";

/** Facebook's post ids are `{page}_{post}`; one that came bare is completed where the page's id is known. */
export const fullPostId = (platform: Platform, account_id: string | null, id: string): string =>
  platform === "facebook" && account_id !== null && !id.includes("_") ? `${account_id}_${id}` : id;
