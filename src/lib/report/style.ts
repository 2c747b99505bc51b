/** The look's colours on paper, and on screen in the dark. `ui/tokens.css` has the same ones; a test compares them. */
const light: readonly (readonly [string, string, string])[] = [
  ['page', '#fcfdfc', '#12191e'],
  ['sunk', '#f5f7f6', '#182128'],
  ['ink', '#18242c', '#dde4e5'],
  ['ink2', '#4a5a63', '#a9b6bc'],
  ['ink3', '#5d6c75', '#93a2aa'],
  ['line', '#d5dcdd', '#2a363d'],
  ['edge', '#7d8b93', '#667780'],
  ['accent', '#165a76', '#86c0d8'],
  ['warn', '#7d5010', '#dcae66'],
  ['err', '#963a2d', '#e79a8a'],
  ['before', '#6a7982', '#8b99a1'],
  ['after', '#165a76', '#7fbcd6'],
  ['up', '#165a76', '#6fb2cf'],
  ['on-up', '#ffffff', '#0d1317'],
  ['same', '#869298', '#75828a'],
  ['on-same', '#18242c', '#0d1317'],
  ['down', '#c4843a', '#d79a4c'],
  ['down-text', '#80500f', '#dcae66'],
  ['on-down', '#18242c', '#0d1317'],
  ['norm', '#3f7d4e', '#7fb88a'],
  ['norm-text', '#2f6b3f', '#8cc59a'],
  ['cut', '#3a4850', '#b9c4c8'],
  ['b1', '#f2e9da', '#2d281f'],
  ['b2', '#f8f3ea', '#1f2020'],
  ['c1', '#eef2f2', '#162027'],
  ['c2', '#f1efe8', '#1b2021'],
  ['c3', '#f3ebdd', '#222120'],
  ['c4', '#f1e6d5', '#2b261e'],
  ['c5', '#ecdec8', '#342b1e'],
  ['c6', '#e7d5b9', '#3d3120'],
  ['k1', '#165a76', '#7fbcd6'],
  ['k2', '#bf7d2e', '#d79a4c'],
  ['k3', '#63314f', '#8f5f86'],
  ['k4', '#808d95', '#e3decf'],
  ['k5', '#4d5a1c', '#3d7d55'],
  ['k6', '#4b9bb1', '#8a968c'],
];

const variables = (pick: 1 | 2) => light.map((token) => `--${token[0]}:${token[pick]};`).join('');

/** A text as a CSS string: every sign but plain letters and figures as its code, so that none can end the string. */
export function cssString(text: string): string {
  return `"${[...text].map((sign) => (/[A-Za-z0-9]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 32).toString(16)} `)).join('')}"`;
}

export interface RunningWords {
  readonly project: string;
  readonly title: string;
  readonly foot: string;
}

export function styleOf(running: RunningWords): string {
  return `:root{color-scheme:light dark;${variables(1)}--serif:'Source Serif 4 Variable','Source Serif 4',Georgia,serif;--sans:${sans}}
@media (prefers-color-scheme:dark){:root{${variables(2)}}}
${screenRules}
@page{size:A4;margin:16mm 23mm 20mm 27mm;@top-left{content:${cssString(running.project)}}@top-right{content:${cssString(running.title)}}@bottom-left{content:${cssString(running.foot)}}@bottom-right{content:counter(page)}}
@page{@top-left{${boxType}}@top-right{${boxType}}@bottom-left{${boxType}}@bottom-right{${boxType}}}
@media print{:root{color-scheme:light;${variables(1)}--page:#ffffff}${printRules}}
`;
}

/** Charts are measured in Source Sans; where a reader has none, faces about as narrow come before the system's own. */
const sans =
  "'Source Sans 3 Variable','Source Sans 3','Segoe UI','Helvetica Neue',Arial,'Liberation Sans',system-ui,sans-serif";
const boxType = `font:400 9.5pt/13pt ${sans};color:#4a5a63`;

const screenRules = `html{background:var(--page);color:var(--ink)}
body{max-width:680px;margin:0 auto;padding:40px 20px 72px;font:400 18px/29px var(--serif);font-variant-numeric:lining-nums}
h1,h2,h3,h4,h5,h6{font-weight:500;text-wrap:balance;margin:28px 0 8px}
h1{font-size:40px;line-height:46px;font-weight:420;letter-spacing:-.014em}
h2{font-size:27px;line-height:34px;margin-top:68px}
h3{font-size:21px;line-height:28px}
h4,h5,h6{font-size:18px;line-height:29px}
p{margin:0 0 16px;text-wrap:pretty;overflow-wrap:anywhere}
ul,ol{padding-left:24px}
.tight p{margin:0}
blockquote{margin:16px 0;padding-left:20px;border-left:2px solid var(--line)}
a{color:var(--accent)}
pre{overflow:auto;padding:12px;background:var(--sunk);font-size:13.5px;line-height:21px}
hr{border:0;border-top:1px solid var(--line);margin:28px 0}
.head,.foot,.guide,.subtitle,.source,.note,table{font-family:var(--sans)}
.head,.foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 20px;font-size:13px;line-height:19px;color:var(--ink2)}
.head{margin-bottom:40px}
.foot{margin-top:56px;padding-top:12px;border-top:1px solid var(--line)}
.notice{font:600 15px/22px var(--sans);color:var(--warn);border:1.5px solid var(--warn);padding:8px 12px;margin:0 0 20px}
.choices{font:400 21px/33px var(--serif)}
figure{margin:40px 0}
.title{font:600 19px/26px var(--serif);margin:0;text-wrap:balance}
.number-of{margin-right:.5em}
.subtitle{font-size:14px;line-height:21px;color:var(--ink2);margin:0}
.chart{margin:14px 0 12px}
.chart svg{display:block;max-width:100%;height:auto;overflow:visible;font-family:var(--sans);font-variant-numeric:lining-nums tabular-nums}
.chart svg text{white-space:pre}
.guide{font-size:14px;line-height:21px;color:var(--ink2);margin:12px 0 0}
.guide strong{color:var(--ink);font-weight:600}
.source{font-size:13px;line-height:19px;color:var(--ink3);margin:4px 0 0}
.note{font-size:15px;line-height:22px;background:var(--sunk);padding:12px 16px;margin:12px 0}
.steps{list-style:none;padding:0;font:400 15px/21px var(--sans)}
.steps>li{margin-top:12px}
.steps strong{display:block;break-after:avoid}
.steps ul{padding-left:18px}
.steps small{font-size:14px;color:var(--ink2)}
.practice td{vertical-align:top}
.reflect{margin:28px 0;border-top:1.5px solid var(--ink)}
.reflect>.subtitle{margin-top:12px}
.reflect dl{margin:0}
.reflect dt{margin-top:16px;font:italic 500 19px/26px var(--serif)}
.reflect dd{margin:4px 0 0;padding-bottom:16px;border-bottom:1px solid var(--line);white-space:pre-wrap}
.reflect dd p{margin:0}
.reflect caption{margin-top:16px;text-align:left;font:600 19px/26px var(--serif)}
.scroll{overflow-x:auto;background:linear-gradient(to left,var(--page) 50%,transparent) right/40px 100% no-repeat local,linear-gradient(to left,var(--line),transparent) right/14px 100% no-repeat scroll}
.scroll+.subtitle{margin-top:20px}
table{width:100%;border-collapse:collapse;font-size:15px;line-height:20px;font-variant-numeric:lining-nums tabular-nums;margin:12px 0 0}
th,td{text-align:left;padding:7px 12px 7px 0;border-bottom:1px solid var(--line);vertical-align:baseline}
th{font-weight:600;border-bottom:1.5px solid var(--ink)}
th:last-child,td:last-child{padding-right:0}
th.number,td.number{text-align:right}
td.number{white-space:nowrap}
.ends{color:var(--ink2);font-size:.9em;font-weight:400;white-space:nowrap}
.total td{font-weight:600;border-top:1.5px solid var(--ink)}
.withheld{color:var(--ink2);text-align:center}
.small{color:var(--warn);font-size:13px;margin-left:6px;white-space:nowrap}
td svg{vertical-align:-1px}
@media not screen{.chart.narrow{display:none}}
@media screen and (min-width:601px){.chart.narrow{display:none}}
@media screen and (max-width:600px){.chart.wide{display:none}th:first-child,td:first-child{position:sticky;left:0;max-width:40vw;background:var(--page)}}`;

const printRules = `html{background:#fff}
body{max-width:none;padding:0;font-size:11.5pt;line-height:18pt}
h1{font-size:19pt;line-height:24pt}h2{font-size:15pt;line-height:20pt;margin-top:20pt}
figure{margin:14pt 0}h3{font-size:13pt;line-height:18pt}
.head,.foot{display:none}
.choices{font-size:11.5pt;line-height:18pt}
.title{font-size:12pt;line-height:16pt}
table,.guide,.subtitle,.note{font-size:9.5pt;line-height:13pt}
th,td{padding-top:3pt;padding-bottom:3pt}
.source{font-size:9pt;line-height:12pt}
a{color:inherit;text-decoration:none}
.reflect dt,.reflect caption{font-size:12pt;line-height:16pt;break-after:avoid}
p,li{orphans:2;widows:2}
h1,h2,h3,h4,h5,h6,.title,.subtitle{break-after:avoid}
figure.drawing:not(.theory),.chart,.guide,tr,.steps li li{break-inside:avoid}
.steps{font-size:9.5pt;line-height:13pt}.steps small{font-size:9pt}
.guide,.source{break-before:avoid}
thead{display:table-header-group}
.scroll{overflow:visible;background:none}`;
