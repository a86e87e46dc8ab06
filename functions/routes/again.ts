/** Forms that need no script: what was refused comes back as it was typed. */
import { Problem } from "../model/problem.ts";
import type { View } from "../present/views/view.ts";
import type { Ctx } from "./env.ts";
import { viewPage } from "./page.ts";

/**
 * What is wrong, or what somebody else saved meanwhile, is said on the form's own page: nothing that a person wrote is lost.
 * @param again the page with what was typed and this problem's faults
 */
export async function orAgain(
  c: Ctx,
  act: () => Promise<Response>,
  again: (problem: Problem) => Promise<View>,
): Promise<Response> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "invalid" && error.code !== "conflict")) {
      throw error;
    }
    return viewPage(c, await again(error), error.status);
  }
}
