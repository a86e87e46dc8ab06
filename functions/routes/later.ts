/** Handlers whose file is loaded when one of its addresses is first asked: a page that is opened starts without them. */
import type { Address, Handler } from "./addresses.ts";

/**
 * @param addresses those that the file answers; the types hold that it has a handler for each
 * @param load `async () => (await import("./file.ts")).name`: the bundler puts off what only such files import
 */
export function later<Of extends Address>(
  addresses: readonly Of[],
  load: () => Promise<Record<NoInfer<Of>, Handler>>,
): Record<Of, Handler> {
  const handlers = addresses.map((address): [Of, Handler] => [
    address,
    async (c) => (await load())[address](c),
  ]);
  return Object.fromEntries(handlers) as Record<Of, Handler>;
}
