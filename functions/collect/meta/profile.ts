import { CollectFault } from "../fault.ts";
import { askGraph } from "./graph.ts";
import { kindOf } from "./graph-errors.ts";
import { type Desk, note } from "./tasks.ts";

/**
 * Asks for the account itself, before anything else, and notes it as `profile`. Throws the CollectFault that ends the
 * visit where it does not open.
 * @param fields with commas between them
 */
export async function readProfile(desk: Desk, id: string, fields: string): Promise<void> {
  const answer = await askGraph(desk.graph, [id], { fields });
  if (answer && "body" in answer) {
    const asked = fields.split(",");
    note(desk, { of: "profile", post: null, asked, since: null, until: null }, answer.body);
    return;
  }
  const error = answer?.error;
  const words = error ? `profile: (#${error.code}) ${error.message}` : "profile";
  switch (error && kindOf(error)) {
    case "permission":
      throw new CollectFault("permission_missing", words);
    case "gone":
      throw new CollectFault("wrong_account", words);
    default:
      throw new CollectFault("http_error", words);
  }
}
