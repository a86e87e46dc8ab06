/** The readable API description, made from `/api/openapi.json`. */
import type { Who } from "../../model/link.ts";
import type { Chrome } from "./chrome.ts";

export type ApiView = {
  screen: "api";
  chrome: Chrome;
  /** Of this Denyut: `https://…`, without a slash at the end. */
  origin: string;
  routes: {
    method: string;
    path: string;
    summary: string;
    who: Who;
    parameters: { name: string; in: string; required: boolean; description: string }[];
  }[];
};
