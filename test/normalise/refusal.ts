import { Problem } from "../../functions/model/problem.ts";

/** Why it was refused: the code, and each problem with its field. Throws when it was not. */
export function refusal(run: () => unknown): { code: string; problems: [string, string][] } {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) {
      return { code: error.code, problems: error.problems.map(({ path, code }) => [path, code]) };
    }
    throw error;
  }
  throw new Error("was not refused");
}
