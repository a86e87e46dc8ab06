/**
 * The one script that stands in a page itself: it fetches the others behind the first paint, which they would keep waiting on a
 * phone's line. A page that has something to say of what was just done does not wait: it goes back to the place.
 *
 * Whoever is quicker than the line loses nothing: what is typed until then is marked for `drafts.ts`, and a form that needs an
 * island to be sent waits for it; sent by itself it would ask for a page that does not exist.
 */
import { client } from "#assets";
import { SAID, TYPED } from "./marks.ts";

// a browser that keeps nothing throws where it is asked what it kept
export const loader = `{let held,said
const hold=e=>{if(e.target.closest("[data-island]")){e.preventDefault();held=e;go()}}
const go=()=>import("${client}").then(()=>{removeEventListener("submit",hold);held?.target.requestSubmit(held.submitter);held=null})
addEventListener("submit",hold)
addEventListener("input",e=>{e.target.dataset.${TYPED}=""})
try{said=sessionStorage.${SAID}}catch{}
said?go():addEventListener("load",go)}`;
