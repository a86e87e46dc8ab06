/** How the chance figure and the norm are computed: a page of words. */
import type { Chrome } from "./chrome.ts";

export type MethodView = { screen: "method"; chrome: Chrome };
