/**
 * The one script that stands in a page itself: it fetches the others behind the first paint, which they would keep waiting on a
 * phone's line. A page that has something to say of what was just done does not wait: it goes back to the place.
 */
import { client } from "#assets";
import { SAID } from "./islands/said-key.ts";

// a browser that keeps nothing throws where it is asked what it kept
export const loader = `((go)=>{try{if(sessionStorage.${SAID})return go()}catch{}addEventListener("load",go)})(()=>import("${client}"))`;
