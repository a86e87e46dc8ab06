/** Every address, once, and who may call it: the routes, the guards before them and the API's description come from here. */
import type { Who } from "../model/link.ts";
import type { Ctx } from "./env.ts";

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** Of two that fit a request, the first answers. */
export const ADDRESSES = {
  "GET /healthz": "anyone",
  "GET /login": "anyone",
  "POST /login": "anyone",
  "GET /logout": "anyone",
  "POST /logout": "anyone",
  "GET /api/openapi.json": "anyone",
  "GET /api/docs": "anyone",

  "GET /e/:slug": "anyone",
  "GET /e/:slug/:source": "anyone",

  "GET /v/:token": "view (in the address)",
  "GET /export/v1/:token": "export (in the address)",
  "GET /export/v1/:token/": "export (in the address)",
  "GET /export/v1/:token/datapackage.json": "export (in the address)",
  "GET /export/v1/:token/:file{[a-z]+\\.[a-z]+}": "export (in the address)",

  "GET /": "view",
  "GET /trend": "view",
  "GET /posts": "view",
  "GET /posts/:id": "view",
  "GET /streaks/:id": "view",
  "GET /calendar": "view",
  "GET /plans.csv": "view",
  "GET /almanac": "view",
  "GET /topics": "view",
  "GET /plans/new": "plan, admin",
  "GET /plans/:id": "view",
  "GET /events": "view",
  "GET /events/new": "plan, admin",
  "GET /events/:id": "view",
  "GET /short-links/:id": "view",
  "GET /data": "view",
  "GET /method": "view",
  "GET /guide/:platform": "view",
  "GET /download.csv": "view",
  "GET /download-posts.csv": "view",
  "GET /api/overview": "view",
  "GET /api/notices": "view",
  "GET /api/series": "view",
  "GET /api/posts": "view",
  "GET /api/posts/:id": "view",
  "GET /api/streaks": "view",
  "GET /api/streaks/:id": "view",
  "GET /api/accounts": "view",
  "GET /api/runs": "view",
  "GET /api/plans": "view",
  "GET /api/gaps": "view",
  "GET /api/almanac": "view",
  "GET /api/topics": "view",
  "GET /api/events": "view",
  "GET /api/short-links": "view",

  "POST /plans": "plan, admin",
  "POST /plans/import": "plan, admin",
  "POST /plans/:id": "plan, admin",
  "POST /events": "plan, admin",
  "POST /events/:id": "plan, admin",
  "POST /short-links": "plan, admin",
  "POST /short-links/:id": "plan, admin",
  "POST /changes/:id/undo": "plan, admin",
  "POST /api/plans": "plan, admin",
  "POST /api/plans/import": "plan, admin",
  "PATCH /api/plans/:id": "plan, admin",
  "DELETE /api/plans/:id": "plan, admin",
  "POST /api/plans/:id/post": "plan, admin",
  "POST /api/events": "plan, admin",
  "PATCH /api/events/:id": "plan, admin",
  "DELETE /api/events/:id": "plan, admin",
  "POST /api/events/:id/post": "plan, admin",
  "POST /api/short-links": "plan, admin",
  "PATCH /api/short-links/:id": "plan, admin",
  "DELETE /api/short-links/:id": "plan, admin",
  "POST /api/changes/:id/undo": "plan, admin",
  "POST /almanac": "plan, admin",
  "POST /topics": "plan, admin",
  "POST /api/topics": "plan, admin",
  "POST /api/topics/apply": "plan, admin",
  "POST /api/almanac": "plan, admin",
  "PATCH /api/almanac/:id": "plan, admin",
  "DELETE /api/almanac/:id": "plan, admin",
  "GET /changes": "admin",
  "GET /api/changes": "admin",

  "POST /api/snapshots": "push, admin",

  "POST /api/import": "admin",
  "POST /api/typed": "admin",
  "GET /api/imports": "admin",
  "DELETE /api/imports/:id": "admin",
  "PATCH /api/posts/:id": "admin",
  "PATCH /api/streaks/:id": "admin",
  "POST /api/excused": "admin",
  "POST /api/accounts": "admin",
  "PATCH /api/accounts/:id": "admin",
  "DELETE /api/accounts/:id": "admin",
  "POST /api/accounts/:id/merge": "admin",
  "POST /api/collect": "admin",
  "GET /connect/:platform": "admin",
  "GET /connect/:platform/callback": "admin",
  "POST /connect/:platform/choose": "admin",
  "GET /data/bring": "admin",
  "GET /data/links": "admin",
  "GET /data/settings": "admin",
  "GET /links/:id": "admin",
  "GET /api/links": "admin",
  "POST /api/links": "admin",
  "DELETE /api/links/:id": "admin",
  "GET /api/settings": "admin",
  "PATCH /api/settings": "admin",
  "POST /api/rebuild": "admin",
} as const satisfies Record<`${Method} /${string}`, Who>;

export type Address = keyof typeof ADDRESSES;

/** What answers an address, whoever may call it having been asked before. */
export type Handler = (c: Ctx) => Response | Promise<Response>;

/** A file's share of the addresses: a resource's own. */
export type Handlers = Partial<Record<Address, Handler>>;

export function methodAndPath(address: Address): { method: Method; path: string } {
  const [method, path] = address.split(" ") as [Method, string];
  return { method, path };
}
