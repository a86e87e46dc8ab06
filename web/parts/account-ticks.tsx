import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { PlannedAccount } from "../../functions/present/views/calendar.ts";

/** The accounts of a form, of which some are chosen. */
export function AccountTicks(props: {
  accounts: readonly PlannedAccount[];
  chosen: readonly number[];
}) {
  return (
    <>
      {props.accounts.map(({ id, platform, handle }) => (
        <label key={id} class="tick">
          <input type="checkbox" name="accounts" value={id} checked={props.chosen.includes(id)} />
          <span>
            {PLATFORM_NAMES[platform]} <small>@{handle}</small>
          </span>
        </label>
      ))}
    </>
  );
}
