/** The CSS of the monthly report, on a phone and on A4: inline in its pages alone, behind `style.ts`. */
const source = `
.on-paper{display:none}
.letterhead{display:grid;text-align:center;padding-bottom:12px;margin-bottom:20px;border-bottom:3px double var(--ink)}.letterhead b{font-weight:600}
.facts{display:grid;grid-template-columns:auto minmax(0,1fr);gap:4px 16px;margin-top:14px;font-size:.875rem}.facts dt{color:var(--soft)}
.paper section>*+*{margin-top:8px}.paper section>.sheet,.paper section>h3{margin-top:20px}.paper ul,.paper ol{padding-left:20px}.paper li+li{margin-top:6px}.next ol{margin-top:8px}
.sentence summary{padding:8px 0;min-height:44px}.sentence .link{white-space:nowrap}.sentence[open]{padding-bottom:8px}
.sheet th,.sheet td{white-space:normal;vertical-align:top}.sheet .absent{font-size:.78125rem}.sheet .main{min-width:6em}:is(.words,.tall) .main{overflow-wrap:anywhere}.sheet .weak{color:var(--weak)}.sheet .good{color:var(--accent)}
.sheet thead .main,.sheet tbody .main{text-align:left}.sheet .number{text-align:left;padding:8px 8px 8px 0;color:var(--soft)}.sheet .number+.main{padding-left:0}
.sheet td.words,.sheet th.words{text-align:left}
.paper .sheet .scroll{margin-top:0}
.sheet .address{display:block;margin:0;padding:4px 0 0;font-size:.78125rem;overflow-wrap:anywhere}
.paper{margin-top:20px}.signs{font-size:.875rem;display:grid;grid-template-columns:1fr 1fr;gap:24px}.signs>*{display:flex;flex-direction:column}.signs p{overflow-wrap:anywhere}.signs .signed{margin-top:auto;padding-top:72px}.signs b{font-weight:600}
@media screen and (max-width:899px){
.sheet th,.sheet td{padding-left:8px}.sheet :is(th,td):first-child{padding-left:0}
.tall,.tall tbody{display:block}.tall thead{display:none}
.tall tr{display:flex;flex-wrap:wrap;gap:2px 14px;padding:10px 0;border-bottom:1px solid var(--line)}
.tall th,.tall td{padding:0;border:0;text-align:left;font-size:.78125rem}.tall .main{flex:1 0 100%;font-size:.875rem}.tall .number{display:none}
.tall .absent{display:inline}.tall [data-label]::before{content:attr(data-label) " ";color:var(--soft)}
}
@media print{
body:has(.paper){--accent:#000;--weak:#000;--soft:#333;font-size:9.5pt;line-height:1.27;page:report}
body:has(.unsigned):lang(id){page:konsep}body:has(.unsigned):lang(en){page:draft}
body:has(.paper) :is(.top,footer){display:none}body:has(.paper) main{padding:0}body:has(.paper) .note{margin:6pt 0 10pt;padding:4pt 8pt;font-size:9pt}
.letterhead{padding-bottom:6pt;margin-bottom:10pt}.facts{margin-top:6pt;gap:1pt 12pt;font-size:9.5pt;grid-template-columns:auto 1fr auto 1fr}
.paper h1{font-size:14pt;text-align:center}.paper h2{font-size:11.5pt}.paper h3{font-size:9.5pt}
.paper :is(h2,h3,thead){break-after:avoid}.paper section{break-inside:auto;margin-top:9pt}.paper section>.sheet,.paper section>h3{margin-top:6pt}.paper section>*+*{margin-top:3pt}.paper li+li{margin-top:1pt}
.paper :is(tr,li,p,.note,.facts,.keep,.signatures){break-inside:avoid}.paper :is(.small,small){font-size:7.5pt;line-height:1.25;color:#333}.paper p{orphans:3;widows:3}
.paper .small:not(:first-child){break-before:avoid}
.sheet table{font-size:8.5pt;margin-top:1pt}.sheet th,.sheet td{padding:1.4pt 0 1.4pt 8pt}.sheet th:first-child{padding-left:0}.sheet .number{padding:1.4pt 4pt 1.4pt 0}.sheet thead{display:table-header-group}.sheet thead th{font-size:7.5pt;border-color:#000}
.sheet td:not(.words){white-space:nowrap}.tall td:not(.words){white-space:normal}.sheet table{table-layout:fixed}.sheet .main{width:42%}.sheet thead .main+th{width:14%}.half thead .main+th{width:22%}.tall .main{width:34%}.tall thead .main+th{width:auto}.tall .number{width:4%}.sheet .tall :is(th,td):not(:first-child){padding-left:3pt}.half{display:inline-block;vertical-align:top;width:47%}.paper section>.half.half{margin-top:2pt}.half+.half{margin-left:6%}.paper section>h2+.sheet{margin-top:2pt}.sheet h3{max-width:37%;margin-bottom:-1.3em;position:relative}.sheet h3+.scroll thead .main{visibility:hidden}.scroll{overflow:visible;margin:0;padding:0}.paper .sheet .scroll{margin:0}.words table{table-layout:auto}.words .main,.words thead .main+th{width:auto}
.sheet .block{display:inline}.sheet .block::before{content:" · "}
.sheet .tall{font-size:7.5pt}.tall :is(.absent,thead th){font-size:6.3pt}.sheet .address{margin:0;padding:0;min-height:0;font-size:7pt;text-decoration:none;color:#000;font-weight:400}.sheet .absent{font-size:7.5pt}
.sentence{display:none}.on-paper{display:block}
.appendix:has(table){break-before:page}
.unsigned .note{border:1.5pt solid #000}.signs{font-size:9.5pt}.signs .signed{padding-top:22mm}
}
@page report{margin:12mm 15mm 14mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif}}
@page konsep{margin:14mm 15mm;@top-right{content:"KONSEP";font:600 9pt system-ui,sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif}}
@page draft{margin:14mm 15mm;@top-right{content:"DRAFT";font:600 9pt system-ui,sans-serif}@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif}}
`;

export const paperStyle = source.replaceAll("\n", "");
