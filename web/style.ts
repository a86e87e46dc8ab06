/**
 * The CSS, inline in every page: one request less on a slow line. The policy names its hash, and that of the monthly
 * report's (`paper-style.ts`), so nothing else may be inline; `style=""` is refused by it too.
 */
const source = `
:root{color-scheme:light dark;--paper:#fbfaf7;--bar:#fff;--ink:#1c1e20;--soft:#5b6167;--line:#e3dfd6;--band:#efeee9;--accent:#0a6b66;--weak:#b0430a;--wash:#fbeee4;--stem:#9b9f9f}
@media(prefers-color-scheme:dark){:root{--paper:#121415;--bar:#191c1d;--ink:#ecebe6;--soft:#a0a6ab;--line:#2b2f31;--band:#1c2021;--accent:#59c3ba;--weak:#f0935a;--wash:#2a1d14;--stem:#6b7073}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding:16px 0 96px}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1,h2,h3,p,dl,dd,ul,ol,table,figure{margin:0;padding:0}
h1{font-size:min(1.5625rem,max(1.0625rem,11vw));line-height:1.24;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1.0625rem;line-height:1.3;font-weight:600}
h3{font-size:1rem;font-weight:600}
a,b,span,q{unicode-bidi:isolate}
a,.link{color:var(--accent);text-decoration:none;font-weight:500}
p a,li a,dd a{text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
em{font-style:normal}
.weak,.weak em{color:var(--weak)}
.good,.good em{color:var(--accent)}
h1.weak,h1.good{color:inherit}
.soft{color:var(--soft)}
.soft em,.soft b{color:var(--ink);font-weight:600}
.small,small,caption{font-size:.78125rem;line-height:1.4;color:var(--soft);font-weight:400}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip:not(:focus){position:absolute;left:-999px}
.skip{display:block;padding:12px 20px}
.wrap{max-width:680px;margin:0 auto;padding:0 20px 104px}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;gap:12px;padding:16px 0 0;font-size:.8125rem;line-height:1.4;color:var(--soft)}
.top a{flex:1;color:inherit;font-weight:400;margin:-12px 0;padding:12px 0;min-height:44px}
.top b{color:var(--ink);font-weight:600}
.top time,.top span{white-space:nowrap}
.note{margin:16px 0 0;padding:10px 14px;background:var(--band);border-radius:4px;font-size:.8125rem;line-height:1.4;color:var(--soft)}
.note b{color:var(--ink);font-weight:600}
.note.weak{background:var(--wash);color:var(--ink)}
main{padding-top:24px}
main:focus{outline:0}
.back{display:inline-block;min-height:44px;padding:10px 0;margin-top:-14px;font-size:.875rem}
.lead{margin-top:10px}
.stack>*+*{margin-top:12px}
section{margin-top:36px}
.choice{margin-top:28px}
.row-between{display:flex;justify-content:space-between;align-items:baseline;gap:12px}
.action{display:inline-block;min-height:44px;padding:11px 0}
.row-between .action{margin:-11px 0;flex:none}.row-between>.link{flex:none}.row-between>:first-child{min-width:0;overflow-wrap:anywhere}
.copyable .message{font:.875rem/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}[data-send]{font-size:.875rem}
.draft{margin:0;overflow-wrap:anywhere;display:flex;flex-wrap:wrap;gap:0 16px;align-items:center;justify-content:space-between}
.page-actions{display:flex;flex-wrap:wrap;justify-content:flex-end;column-gap:20px;margin:-22px 0 -6px}.row-between .back{margin-bottom:0}
.small.link{color:var(--accent);font-weight:500}
.presets{display:flex;flex-wrap:wrap;border-bottom:1px solid var(--line)}
.presets a{padding:11px 12px;min-width:46px;min-height:44px;text-align:center;font-size:.875rem;line-height:1.57;color:var(--soft);font-weight:400;white-space:nowrap}
.presets [aria-current],.options [aria-current]{color:var(--ink);font-weight:600;background:linear-gradient(var(--ink),var(--ink)) 0 100%/100% 2px no-repeat}
.choice summary{display:flex;justify-content:space-between;gap:12px;padding:12px 0;min-height:44px;font-size:.78125rem;line-height:1.6;color:var(--soft)}
summary{cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
.options{display:flex;flex-wrap:wrap;column-gap:16px;font-size:.875rem}
.options span{width:100%;font-size:.78125rem;color:var(--soft);margin-top:8px}
.choice+.options{margin-top:12px}
.options a{padding:11px 0;min-height:44px;min-width:44px;line-height:1.57;color:var(--soft);font-weight:400}
.dates{display:flex;flex-wrap:wrap;gap:12px;align-items:end;margin-top:12px}
.dates label{flex:1 1 130px;min-width:0}
label{display:block;font-size:.78125rem;line-height:1.4;color:var(--soft)}
input,select,textarea,button{font:inherit;color:inherit;border-radius:6px}
input,select,textarea{display:block;width:100%;min-height:44px;margin-top:4px;padding:8px 10px;background:var(--bar);border:1px solid var(--stem);color:var(--ink);font-size:1rem}
input[type=checkbox],input[type=radio]{display:inline-block;width:20px;min-height:20px;height:20px;margin:0 10px 0 0;vertical-align:-4px;accent-color:var(--accent)}
button,.button{display:inline-block;min-height:44px;padding:9px 18px;border:1px solid var(--ink);background:var(--ink);color:var(--paper);font-weight:600;cursor:pointer;border-radius:6px;text-align:center}
.button:hover{text-decoration:none}
button.quiet,.button.quiet{background:none;color:var(--accent);border-color:var(--line);font-weight:500}
button.plain{background:none;border:0;padding:10px 0;color:var(--accent);font-weight:500}
button:disabled{opacity:.5;cursor:default}
progress{width:100%;height:6px;accent-color:var(--accent)}
.find{margin-top:20px}
.find-line{display:flex;flex-wrap:wrap;gap:12px;align-items:end}
.find-line label{flex:1 1 7em;min-width:0}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9.4em),1fr));gap:12px}
label+.fields{margin-top:12px}
.actions{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center;margin-top:12px}
.form{display:grid;grid-template-columns:minmax(0,1fr);gap:12px}
.form button{justify-self:start}
.said:empty{display:none}
.said{display:grid;gap:8px;font-size:.875rem;white-space:pre-line}
.toast{position:fixed;z-index:2;inset:auto 20px calc(42px + 1.875rem + env(safe-area-inset-bottom));padding:12px 16px;border-radius:6px;background:var(--ink);color:var(--paper);font-weight:600;text-align:center}.just{padding:4px 16px;align-items:center;text-align:left}.just span{min-width:0;font-weight:400}.just button{color:inherit;font-weight:600}
[aria-invalid=true]{border-color:var(--weak)}
.tick{overflow-wrap:anywhere;display:flex;align-items:center;min-height:44px;font-size:1rem;color:var(--ink)}
button.danger{color:var(--weak)}
.watch{color:var(--weak)}
.caption{white-space:pre-line}
.posts small{display:block}
.clip{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;line-height:1.35}
.stacked{padding:12px 0}
.stacked small,.stacked code{display:block}
h2+[data-island],h3+[data-island],p+[data-island]{margin-top:12px}
[data-island]+p.small{margin-top:12px}
fieldset{min-width:0;margin:0;padding:4px 12px 8px;border:1px solid var(--line);border-radius:6px}
legend{padding:0 4px;font-size:.78125rem;color:var(--soft)}
.opened{padding:0 0 20px}
.rows{list-style:none;margin-top:6px}
.rows>*{border-bottom:1px solid var(--line)}
.leads{position:relative}.leads h1 a{color:inherit;font-weight:inherit}.leads h1 a::after{content:"";position:absolute;inset:0}
.try,.overall{margin-top:14px}figcaption.row-between{flex-wrap:wrap}figcaption>:first-child{flex:1 1 7em}.try{flex-wrap:wrap;row-gap:22px}.try>.action{flex:initial}.tasks{margin-top:14px;border-top:1px solid var(--line)}.tasks>*{border-bottom:1px solid var(--line);min-height:48px}.tasks .link{font-size:.875rem}.tasks>.line>:last-child:not(:first-child){flex:0 1 auto;max-width:42%}.never{margin-top:8px}.rows .run{padding-top:0;min-height:44px}
.figure summary{display:flex;flex-wrap:wrap;align-items:center;min-height:60px;padding:7px 0}
.figure summary>*{flex:0 1 7rem;min-width:0}.figure summary>.name{flex-basis:6.25rem}.figure summary>:last-child{flex:1 1 4rem}
.figure summary:hover .name,.figure[open] .name{color:var(--accent)}
.figure .name{line-height:1.2;padding-right:6px;overflow:hidden;text-overflow:ellipsis}
.figure .name small{display:block;overflow:hidden;text-overflow:ellipsis}
.value{display:block;font-size:1.3125rem;line-height:1.24;font-weight:600;white-space:nowrap}
.absent{display:block;font-size:.875rem;line-height:1.29;color:var(--soft)}
.answers summary{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,8.4em),1fr));gap:10px 12px;padding:14px 0}.answers .name{grid-column:1/-1}.answers summary:hover b{color:var(--accent)}.stacked .published{padding:12px 0;text-decoration:none;font-size:.875rem}.stacked .actions{margin:0;font-size:.875rem}.answers small{display:block}.answers .value{font-size:1.0625rem;white-space:normal}
.change{display:block;font-size:.78125rem;line-height:1.44;color:var(--soft)}
.change.weak{color:var(--weak)}.change.good{color:var(--accent)}
.formula{padding:2px 0 16px;font-size:.875rem}
.pairs{display:grid;grid-template-columns:minmax(0,1fr) fit-content(60%);gap:4px 16px;margin-top:8px;font-size:.875rem}
.pairs dt{color:var(--soft)}
.pairs dd{text-align:right;font-weight:600;overflow-wrap:anywhere}
.pairs+p{margin-top:8px}
.line{display:flex;justify-content:space-between;gap:16px;align-items:center;min-height:52px;padding:9px 0}
a.line{color:inherit;font-weight:400;text-decoration:none}
a.line:hover{text-decoration:none;color:var(--accent)}
.line>:first-child{min-width:0}
.line>:last-child:not(:first-child){text-align:right;flex:none;max-width:60%}
summary.line>:first-child{flex:none;max-width:66%}summary.line>:last-child:not(:first-child){flex:1;max-width:none;min-width:0}
.under{display:block}
.line b,.line strong{font-weight:600}
svg{display:block;max-width:100%}
.dots,.plot{width:100%;height:auto;margin-top:18px}
.spark{width:100%;height:42px}
svg line,svg path,svg polyline{fill:none;stroke:currentColor}
.s-stem{color:var(--stem)}.s-soft{color:var(--soft)}.s-line{color:var(--line)}.s-weak,.s-weak circle{color:var(--weak);fill:var(--weak)}
svg circle{fill:currentColor;stroke:none}
svg circle.s-young{fill:var(--paper);stroke:var(--soft)}
svg rect{stroke:none}
.s-good,.s-good circle{color:var(--accent);fill:var(--accent)}
.s-band{fill:var(--band)}.s-wash{fill:var(--wash)}.s-lift{fill:var(--accent);opacity:.12}
.block{display:block}.excerpt{display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden;color:var(--ink)}
svg text{font-size:12.5px;fill:currentColor}
.metrics{column-gap:10px;font-size:.84375rem;margin-top:8px;border-bottom:1px solid var(--line)}.metrics+.choice{margin-top:0}
.read-out{position:sticky;z-index:1;top:0;margin:4px -20px 0;padding:8px 20px 0;background:var(--paper);border-bottom:1px solid var(--line);font-size:.875rem}
.read-out label[hidden]{display:none}
.read-out section{position:relative;max-height:22vh;margin:0;overflow-y:auto}
.read-out dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20em),1fr));column-gap:56px}
.read-out dl div{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:12px}
.read-out dt{color:var(--soft)}
.read-out dd{font-weight:600}
.read-out input{width:calc(100% - 4.6em);min-height:32px;font-size:.78125rem;margin:0;padding:0;border:0;background:none;appearance:none;cursor:pointer}
.read-out input::-webkit-slider-runnable-track{height:1px;background:var(--stem)}.read-out input::-moz-range-track{height:1px;background:var(--stem)}
.read-out input::-webkit-slider-thumb{appearance:none;width:18px;height:18px;margin-top:-9px;border-radius:9px;background:var(--ink)}.read-out input::-moz-range-thumb{width:18px;height:18px;border:0;border-radius:9px;background:var(--ink)}
.panels{position:relative;isolation:isolate;container-type:inline-size;touch-action:pan-y}
.panel{margin-top:18px}
.panel-head{position:relative;z-index:1;background:var(--paper);display:flex;flex-wrap:wrap;align-items:baseline;column-gap:8px;line-height:1.35}
.panel-head b,.newest{font-weight:600}.panel-head small{overflow-wrap:anywhere}
.panel-body{display:grid;grid-template-columns:minmax(0,1fr) 4.6em;margin-top:4px;font-size:.78125rem;line-height:1.2}
.plot-at{position:relative;height:90px;overflow:hidden}
.marks{width:100%;height:90px}.marks path{vector-effect:non-scaling-stroke}
.marks .s-band{opacity:.75}.marks .s-rule{stroke:var(--line)}.marks .s-break{stroke:var(--soft);stroke-dasharray:2 3}.marks .s-note{stroke:var(--ink);opacity:.55}.marks .s-above{stroke:var(--stem);stroke-width:2}
.marks .s-trend{stroke-width:1.6;stroke-linejoin:round;stroke-linecap:round}
.marks .s-dots{stroke:var(--stem);stroke-width:3.6;stroke-linecap:round}.marks .s-many{stroke-width:2.2;opacity:.6}
.s-bar,.s-piece{fill:var(--soft)}.s-piece{opacity:.4}
.scale{display:flex;flex-direction:column;justify-content:space-between;padding-left:6px;color:var(--soft)}
.time-axis text{font-size:inherit}.time-axis{width:calc(100% - 4.6em);height:1.6em;margin-top:4px;overflow:visible;font-size:.78125rem;color:var(--soft)}
.cursor{position:absolute;inset:0 4.6em 0 0;font-size:.78125rem;pointer-events:none}.cursor i{position:absolute;top:0;bottom:0;border-left:1px solid var(--ink)}
@container(max-width:17em){.spare{display:none}}
.noted{list-style:none;margin-top:12px;font-size:.875rem}.noted a{display:inline-block;min-height:44px;padding:11px 0}
.under-panels{margin-top:12px}.shaded{list-style:none;font-size:.875rem}.shaded a{display:inline-block;min-height:44px;padding:11px 0}
.scroll{overflow-x:auto;margin:0 -20px;padding:0 20px;background:linear-gradient(90deg,var(--paper) 16px,transparent 24px) local,linear-gradient(270deg,var(--paper) 16px,transparent 24px) local,linear-gradient(90deg,color-mix(in srgb,var(--stem) 50%,transparent),transparent 16px),linear-gradient(270deg,color-mix(in srgb,var(--stem) 50%,transparent),transparent 16px)}
table{border-collapse:collapse;width:100%;font-size:.875rem;margin-top:8px}
caption{text-align:left;padding-bottom:6px}
th,td{text-align:right;padding:8px 0 8px 14px;border-bottom:1px solid var(--line);white-space:nowrap;font-weight:400}
th:first-child,td:first-child{text-align:left;padding-left:0}
thead th{white-space:normal;font-size:.78125rem;color:var(--soft);vertical-align:bottom}
.more>[id]{scroll-margin-top:64px}
.more>summary{display:inline-block;min-height:44px;padding:11px 0;color:var(--accent);font-weight:500}
.more:not(.under)>summary::after,details>summary.line::after{content:" ▾" / "";color:var(--soft);font-weight:400}
td a,th a{display:inline-block;min-height:44px;min-width:44px;padding:12px 0;margin:-12px 0}
.more.under>summary{display:flex;justify-content:space-between;gap:12px;align-items:baseline}
.prose p,.prose li{margin-top:10px}
.prose ul,.prose ol,.note ul,ol.small{padding-left:20px}
.prose h3{margin-top:24px}
.prose{max-width:62ch}
code{font:.8125rem/1.4 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
pre,.copyable code{white-space:pre-wrap}
.copyable code{display:block;margin-top:8px;padding:12px 14px;background:var(--band);border-radius:4px;user-select:all}
.copyable .actions{margin-top:8px}.copyable+.small,.qr+.small{margin-top:8px}
p .button,.actions a{text-decoration:none}
.qr svg{width:264px;margin-top:12px;border-radius:4px}
.qr rect{fill:#fff}.qr path{fill:#000;stroke:none}
.rows>.file{margin-top:0}.file h3{overflow-wrap:anywhere}.file>*+*{margin-top:8px}.asked{min-width:0}.asked.open{border-color:var(--weak)}.asked .tick{font-size:.875rem}.asked .tick span{min-width:0}
.firsts,.reasons{padding-left:16px}.firsts li+li{margin-top:6px}.firsts b{color:var(--ink);font-weight:600}
.narrow-pairs{grid-template-columns:auto minmax(0,1fr)}.narrow-pairs dd{overflow-wrap:anywhere}
fieldset.plain{border:0;margin:0;padding:0;min-width:0}
.rows>.more[open]{padding-bottom:16px}
.tick{padding:8px 0}.tick input{flex:none}
.terms dt{margin-top:12px;font-weight:600}.terms small,.terms code{display:inline}.terms small{margin-left:4px}.terms dd{font-size:.875rem;color:var(--soft)}
.steps{padding-left:22px}.steps>li{margin-top:14px}.steps li::marker{color:var(--soft)}.steps em{font-weight:600}
.days{list-style:none;margin-top:8px}.days>li{border-bottom:1px solid var(--line);padding:10px 0;scroll-margin-top:16px}.days>li>*+*{margin-top:6px}
.day{font-size:.78125rem;font-weight:400;color:var(--soft)}.today{color:var(--accent);font-weight:600}
.plans{list-style:none}.plan a{display:block;min-height:44px;padding:10px 0 0;font-weight:600;color:inherit}.plan small{display:block}.plan .off{color:var(--soft);text-decoration:line-through}
.taps{display:flex;flex-wrap:wrap;column-gap:20px}.taps button{min-width:44px;font-size:.875rem}.plan .taps a{min-height:44px;padding:12px 0;font-size:.875rem;font-weight:500;color:var(--accent)}
.event{text-decoration:none;display:block;min-height:44px;padding-left:10px;border-left:3px solid var(--accent);font-weight:600;color:inherit}.event small{display:block;font-weight:400}
.days .published,.plan a{text-decoration:none}.published{display:block;min-height:44px;color:var(--soft);font-weight:400}.published small{display:block}
footer{margin-top:48px;padding-top:8px;border-top:1px solid var(--line);font-size:.78125rem;color:var(--soft)}
footer nav{display:flex;flex-wrap:wrap;column-gap:20px;align-items:center}
footer nav a,footer nav button{font-size:.875rem;padding:11px 0;min-height:44px;line-height:1.57}
.tabs{container-type:inline-size;position:fixed;z-index:1;inset:auto 0 0;display:flex;flex-wrap:wrap;background:var(--bar);border-top:1px solid var(--line);padding-bottom:env(safe-area-inset-bottom)}
.tabs a{flex:1 0 auto;min-height:56px;padding:9px 2px 7px;font-size:.75rem;line-height:1.25;font-weight:400;color:var(--soft);text-align:center}
.tabs a:hover{text-decoration:none;color:var(--ink)}
.tabs svg{margin:0 auto 2px;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.tabs [aria-current]{color:var(--ink);font-weight:600}
.list a,.told a{position:static;padding:0;margin:0;min-height:0}
.list tr{position:relative}.list th a::after{content:"";position:absolute;inset:0}
.list small,.told small{display:block}
.list th,.told th{white-space:normal}.told tbody th{overflow-wrap:anywhere}
.list th[scope=row] a{display:-webkit-box;color:inherit;font-weight:400}
.list td{white-space:normal}.list .aside{text-align:left;padding-top:16px}
.told tbody th{min-width:6em}.told th a{min-height:44px;color:inherit;font-weight:400}
.column-name{text-align:right;margin-top:12px}
@media(max-width:899px){
@container(max-width:14em){.tabs :not([aria-current])>span{position:absolute;clip-path:inset(50%)}}
.void{display:none}
.list,.list tbody,.list thead{display:block}
.list tr{display:flex;flex-wrap:wrap;align-items:baseline;column-gap:10px;padding:9px 0;border-bottom:1px solid var(--line)}.list tr::after{content:"";order:1;flex-basis:100%}
.list th,.list td{padding:0;border:0;text-align:left}
.list tbody th{flex:1 1 60%;min-width:0;font-size:1rem}
.list .times{order:1;flex:none;margin-left:auto;text-align:right}.list td.times{font-size:1rem;max-width:40%}.list thead tr{padding:0}
.list .aside{flex:1}.list td:not(.times,.aside){order:2;font-size:.78125rem;line-height:1.4;color:var(--soft)}
.list .spare,.list thead th:not(:first-child,.times){display:none}
.list thead a{min-height:44px;padding:13px 0}
}
@media(max-width:899px) and (max-height:15em){.tabs{position:relative}}
@media(max-width:15em){:is(.line,.row-between){flex-direction:column;align-items:start}:is(.line,.row-between)>*{max-width:100%!important;text-align:left!important}}
@media(min-width:900px){
.days{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));border-top:1px solid var(--line)}.days>li{min-height:112px;padding:8px 10px 12px 0;font-size:.875rem}
.days>.wd-2:first-child{grid-column-start:2}.days>.wd-3:first-child{grid-column-start:3}.days>.wd-4:first-child{grid-column-start:4}.days>.wd-5:first-child{grid-column-start:5}.days>.wd-6:first-child{grid-column-start:6}.days>.wd-7:first-child{grid-column-start:7}
.list .unit{display:none}
.list thead th{vertical-align:middle;position:sticky;top:0;background:var(--paper);z-index:1}.list thead tr{position:static}.list thead th a{display:block;min-height:44px;padding:11px 0}
.list td:not(.aside),.list thead th:not(:first-child){width:1%}.list td:not(.aside,.times),.list b{white-space:nowrap}.list tbody th{overflow-wrap:anywhere}.list tbody tr:hover{background:var(--band)}.list th .clip{-webkit-line-clamp:1}
.wrap{max-width:1120px;padding:0 40px 64px 136px;margin:0 auto}
.tabs{inset:0 auto 0 0;width:96px;flex-flow:column;border:0;border-right:1px solid var(--line);padding:64px 0 0;gap:8px}
.tabs a{flex:none}
h1{font-size:2rem}
.columns{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:56px;align-items:start}
.columns>.wide{grid-column:1/-1}
.narrow{max-width:680px}
}
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
:root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--band:#f2f2f2;--wash:#fff;--stem:#888}
.tabs,.choice,.skip,footer nav,.more,[data-island] button,.read-out label,.no-print{display:none}
.read-out{position:static}
.wrap{max-width:none;padding:0}
section,.rows>*{break-inside:avoid}
@page{size:A4;margin:16mm}
}
`;

export const style = source.replaceAll("\n", "");
