/** How a person gets a platform's credentials, step by step. */
import type { Platform } from "../../model/platform.ts";
import type { Chrome } from "./chrome.ts";

export type GuideView = { screen: "guide"; chrome: Chrome; platform: Platform };
