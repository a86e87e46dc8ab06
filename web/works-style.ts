/** The CSS of what works: inline in its pages alone, behind `style.ts`. */
const source = `
.options i{font-style:normal}.options+.small{margin-top:10px}.claims>*{padding:14px 0}.claims>:first-child{padding-top:0}.options+section{margin-top:24px}.claims p+*{margin-top:6px}.claims .claim{font-size:1.1875rem;line-height:1.35}.claims .note{margin-top:10px;color:var(--ink)}
.levels,.levels :is(thead,tbody){display:block}
.levels tr{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9.4em),1fr));column-gap:12px;align-items:center;padding:7px 0;border-bottom:1px solid var(--line)}
.levels :is(th,td){padding:0;border:0;text-align:left;white-space:normal;min-width:0;overflow-wrap:anywhere}
.levels :is(th,td) small{display:block}.levels .factor{display:block;padding:18px 0 6px}.levels .factor th{font-weight:600;color:var(--ink)}
.ticks{display:flex;font-size:.78125rem;color:var(--soft)}.ticks span{flex:1 0 0;text-align:center}
.whisker,.share{width:100%;color:var(--soft)}.whisker{height:18px}.share{height:10px;margin:4px 0}
.whisker path,.share path{vector-effect:non-scaling-stroke}.whisker .dot{stroke-width:8;stroke-linecap:round}.whisker .range{stroke-width:1.6}.whisker .rule{stroke:var(--line)}.whisker .one,.share .wish{stroke:var(--ink)}.share .wish{stroke-width:2}.share rect{fill:var(--stem)}.share .whole{fill:var(--band)}
.scroll:has(.grid){position:relative;margin-top:8px}.grid{table-layout:fixed;min-width:19.5em;margin:0}.grid :is(th,td){padding:5px 1px;text-align:center;white-space:normal;font-size:.875rem;line-height:1.25}.grid th{font-size:.78125rem;color:var(--soft)}.grid tbody th{text-align:left;width:3.4em}.grid thead th:first-child{width:3.4em}.grid small{display:block;min-height:1.25em;font-size:.6875rem;line-height:1.25;color:var(--ink)}.grid .no{color:var(--soft)}
.up1{background:color-mix(in srgb,var(--accent) 9%,var(--paper))}.up2{background:color-mix(in srgb,var(--accent) 18%,var(--paper))}.up3{background:color-mix(in srgb,var(--accent) 27%,var(--paper))}
.down1{background:color-mix(in srgb,var(--weak) 9%,var(--paper))}.down2{background:color-mix(in srgb,var(--weak) 18%,var(--paper))}.down3{background:color-mix(in srgb,var(--weak) 27%,var(--paper))}
.scale-of{display:flex;margin-top:8px;font-size:.78125rem;text-align:center}.scale-of span{flex:1 1 0;padding:4px 0;min-width:0}
.mixed{list-style:none;margin-top:6px}.mixed>*{padding:8px 0;border-bottom:1px solid var(--line)}.mixed small{display:block}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,22em),1fr));column-gap:56px;align-items:start}
@media(min-width:900px){.levels tr{grid-template-columns:minmax(0,17em) minmax(0,1fr)}}
`;

export const worksStyle = source.replaceAll("\n", "");
