/**
 * The one script that stands in a page itself: it fetches the others behind the first paint, which they would keep waiting on a
 * phone's line. A page that has something to say of what was just done waits for no picture, but for all of its text: a
 * script that the browser still has would run on the half that has come, and find neither the place nor the islands.
 *
 * Whoever is quicker than the line: what is typed until then is marked for `drafts.ts`, and a form that needs an island to
 * be sent waits for it, as long as nobody types on or leaves; sent by itself it would ask for a page that does not exist.
 * What was pressed is sent as it was seen: no draft takes its fields. A logout waits too, since the drafts end with it.
 */
import { client } from "#assets";
import { formWords } from "./language/forms.ts";
import { offlineWords } from "./language/offline.ts";
import { SAID, TYPED } from "./marks.ts";

const words = JSON.stringify({
  id: [formWords.id.busy, offlineWords.id.not_whole],
  en: [formWords.en.busy, offlineWords.en.not_whole],
});

// a browser that keeps nothing throws where it is asked what it kept
export const loader = `{let held,said
const [wait,failed]=${words}[document.documentElement.lang]
const tell=text=>{const place=held?.target.querySelector(".said");if(place)place.textContent=text}
const free=text=>{tell(text);held=null}
const send=()=>{removeEventListener("submit",hold);const one=held;free("");one?.target.requestSubmit(one.submitter)}
const go=()=>import("${client}").then(send,()=>{if(held)held.target.closest("[data-island]")?free(failed):send()})
const hold=e=>{
if(!e.target.closest("[data-island],[action='/logout']"))return
e.preventDefault();free("");held=e;tell(wait)
for(const one of e.target.elements)one.dataset.${TYPED}=""
if(document.readyState!="loading")go()}
addEventListener("submit",hold)
addEventListener("input",e=>{e.target.dataset.${TYPED}="";free("")})
addEventListener("pagehide",()=>free(""))
try{said=sessionStorage.${SAID}}catch{}
addEventListener(said?"DOMContentLoaded":"load",go)}`;
