/** Strings that run, ask, or break something where text is taken for more than text. `canary()` tells that one ran. */
const place = 'https://evil.example';
const run = 'canary()';
export const seeds: readonly string[] = [
  `<script>${run}</script>`,
  `<script src="${place}/s.js"></script>`,
  `</script><script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<img src="${place}/p.png">`,
  `<img srcset="${place}/p.png 1x">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><image href="${place}/i.png"/></svg>`,
  `<svg><use href="data:image/svg+xml,x#a"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${run}"><text y=9>t</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<math href="javascript:${run}">m</math>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `<object data="${place}/o"></object>`,
  `<embed src="${place}/e">`,
  `<link rel=stylesheet href="${place}/l.css">`,
  `<link rel=prefetch href="${place}/l">`,
  `<meta http-equiv=refresh content="0;url=${place}/m">`,
  `<base href="${place}/">`,
  `<form action="${place}/f"><button autofocus onfocus=${run}>f</button></form>`,
  `<input autofocus onfocus=${run}>`,
  `<details open ontoggle=${run}>d</details>`,
  `<video poster="${place}/v.png"><source onerror=${run}></video>`,
  `<audio src="${place}/a.mp3" autoplay></audio>`,
  `<body onload=${run}>`,
  `<style>*{background:url(${place}/b.png)}</style>`,
  `<div style="background:url(${place}/d.png)">x</div>`,
  `<a href="javascript:${run}">a</a>`,
  `<a href="${place}" ping="${place}/ping">a</a>`,
  `"><script>${run}</script>`,
  `'><script>${run}</script>`,
  `" onmouseover="${run}" x="`,
  `' onfocus='${run}' autofocus='`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `</title><script>${run}</script>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<template><script>${run}</script></template>`,
  `&lt;script&gt;${run}&lt;/script&gt;`,
  `&#60;img src=x onerror=${run}&#62;`,
  `javascript:${run}`,
  `JaVaScRiPt:${run}`,
  `java\tscript:${run}`,
  `\u0001javascript:${run}`,
  `vbscript:${run}`,
  `data:text/html,<script>${run}</script>`,
  `data:image/svg+xml,<svg onload="${run}"/>`,
  `url(${place}/u.png)`,
  `expression(${run})`,
  `@import "${place}/i.css"`,
  `{{${run}}}`,
  `{{ constructor.constructor('${run}')() }}`,
  `{@html '<img src=x onerror=${run}>'}`,
  `\${${run}}`,
  `#{${run}}`,
  `<%= ${run} %>`,
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  `=HYPERLINK("${place}/h","x")`,
  `+cmd|' /C calc'!A0`,
  `@SUM(1)`,
  '\u202Egnp.exe',
  '\u200B\u200C\u200D\uFEFF',
  'a\u0300\u0300\u0300\u0300\u0300\u0300',
  '\uD83D\uDE00\u2028\u2029',
  '＜script＞canary()＜/script＞',
  'ﬀ İ ı ſ K',
  `'; DROP TABLE courses; --`,
  `$$ $sex $1`,
  `//evil.example/x`,
  `\\\\evil.example\\x`,
  `file:///etc/passwd`,
  `blob:${place}/1`,
  `${place}/l?a=1#b`,
  'mailto:a@evil.example?subject=x',
];

/** Where Markdown makes something of a string. */
const inProse: readonly ((seed: string) => string)[] = [
  (seed) => seed,
  (seed) => `## ${seed}`,
  (seed) => `- ${seed}\n- [x] ${seed}`,
  (seed) => `| ${seed} | b |\n| --- | --- |\n| ${seed} | b |`,
  (seed) => `> ${seed}`,
  (seed) => `[${seed}](${seed})`,
  (seed) => `[a](<${seed}> "${seed}")`,
  (seed) => `![${seed}](${seed})`,
  (seed) => `![p](<${seed}>)`,
  (seed) => `<${seed}>`,
  (seed) => `\`${seed}\``,
  (seed) => `~~~${seed}\n${seed}\n~~~`,
  (seed) => `[r]: <${seed}> "${seed}"\n\n[r]`,
  (seed) => `<!-- ${seed} -->`,
];

export const proseStrings = seeds.flatMap((seed) => inProse.map((write) => write(seed)));

const yaml = (seed: string) => JSON.stringify(seed);
const text = (seed: string) => `'${seed.replaceAll("'", "''")}'`;
const name = (seed: string) => `"${seed.replaceAll('"', '""')}"`;
const fence = (info: string, ...lines: string[]) => `\`\`\`${info}\n${lines.join('\n')}\n\`\`\``;
const headed = (title: string, ...pieces: string[]) =>
  `---\nformat: 1\ntitle: ${yaml(title)}\nlanguage: da\n---\n\n${pieces.join('\n\n')}\n`;

export const proseNotebook = headed('Prosa', ...proseStrings);

/** In the text that comes of queries, and what is said when they fail. */
export const sqlNotebook = headed(
  seeds[0] ?? '',
  '# Celler',
  fence(
    'sql said title="Sagt"',
    `SELECT * FROM (VALUES ${seeds.map((seed, at) => `(${text(seed)}, ${at + 10})`).join(', ')}) AS t(label, n)`,
  ),
  fence(
    'sql columns title="Kolonner"',
    `SELECT ${seeds.map((seed, at) => `${at} AS ${name(`${seed} ${at}`)}`).join(', ')}, 50 AS n`,
  ),
  fence('plot said_chart', 'data: said', 'marks: [{ barX: { x: n, y: label } }]'),
  ...seeds.map((seed, at) =>
    fence(`sql titled_${at} title=${JSON.stringify(seed)}`, `SELECT ${name(seed)} AS x`),
  ),
);

/** Where a cell is named or described. */
export const yamlNotebook = headed(
  seeds[3] ?? '',
  '# Beskrevet',
  ...seeds.flatMap((seed, at) => [
    fence(
      `input choice_${at}`,
      'type: select',
      `label: ${yaml(seed)}`,
      `value: ${yaml(seed)}`,
      `options: [${yaml(seed)}, b]`,
    ),
    fence(`plot chart_${at}`, 'data: rows', `title: ${yaml(seed)}`, 'marks: [{ barX: { x: n, y: label } }]'),
    // They take longest to open, and say no more for each string.
    ...(at % 4 === 0
      ? [
          fence(
            `compare compared_${at}`,
            `data: ${yaml(seed)}`,
            `title: ${yaml(seed)}`,
            'before: n',
            'after: n',
          ),
        ]
      : []),
    fence(`sql ${seed}`, 'SELECT 1'),
    fence(`${seed} named_${at}`, 'x: 1'),
  ]),
  fence('sql rows', 'SELECT 1 AS label, 20 AS n'),
);

/** Charts that reach for more than a chart is, and YAML that reaches for more than values. */
const marks: readonly string[] = [
  `{ barX: { x: n, y: label, href: "javascript:${run}" } }`,
  `{ barX: { x: n, y: label, href: "${place}/h" } }`,
  `{ image: { x: n, y: label, src: "${place}/i.png" } }`,
  `{ barX: { x: n, y: label, fill: "url(${place}/f.svg#x)" } }`,
  `{ barX: { x: n, y: label, style: "background:url(${place}/s.png)" } }`,
  `{ barX: { x: n, y: label, fill: label, stroke: "url(#x)" } }`,
  `{ barX: { x: n, y: label, title: "<img src=x onerror=${run}>" } }`,
  `{ barX: { x: n, y: label, tip: { format: "<script>${run}</script>" } } }`,
  `{ text: { x: n, y: label, text: "<svg onload=${run}>" } }`,
  `{ dot: { x: n, y: label, symbol: "url(${place}/y.svg)" } }`,
  `{ barX: { x: n, y: label, __proto__: { polluted: 1 } } }`,
  `{ barX: { x: __proto__, y: constructor } }`,
  `{ barX: { x: { value: n, transform: "${run}" }, y: label } }`,
  `!!js/function "function(){${run}}"`,
  `{ barX: { x: n, y: label, ariaLabel: "x", className: "\\"><script>${run}</script>" } }`,
];
const bodies: readonly string[] = [
  `__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\ntype: text\nvalue: a`,
  `"__proto__":\n  polluted: 1\ntype: number\nvalue: 1`,
  `type: !!js/undefined ''\nvalue: !!js/regexp /x/`,
  `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ntype: select\noptions: *f`,
  `<<: { type: text, value: "<script>${run}</script>" }`,
  `type: &t text\nvalue: *t\nlabel: *unknown`,
  `? { a: b }\n: c\ntype: text`,
  `type: text\nvalue: "\\u0000\\u001b[31m"`,
  '%YAML 1.2\n---\ntype: text',
  `${'['.repeat(3_000)}`,
];

export const specNotebook = headed(
  'Figurer',
  '# Figurer',
  fence('sql drawn', "SELECT 'a' AS label, 20 AS n UNION ALL SELECT 'b', 30"),
  ...marks.map((mark, at) => fence(`plot hostile_${at}`, 'data: drawn', `marks: [${mark}]`)),
  ...bodies.map((body, at) => fence(`input written_${at}`, body)),
  ...bodies.map((body, at) => fence(`plot written_chart_${at}`, `data: drawn\n${body}`)),
);

/** An export whose columns, codes and projects are such strings. */
const field = (seed: string) => `"${seed.replaceAll('"', '""')}"`;
export const dataFile = [
  ['course_id', 'age', 'project', 'sex', ...seeds.map((seed, at) => `${seed} ${at}`)].map(field).join(','),
  ...seeds.map((seed, at) => [`c${at}`, '9', seed, seed, ...seeds].map(field).join(',')),
].join('\n');
export const dataNotebook = headed(
  'Data',
  '# Data',
  fence(
    'input who',
    'type: select',
    'label: Projekt',
    "value: ''",
    'from: SELECT DISTINCT project FROM courses',
  ),
  fence('sql projects', 'SELECT project, count(*) AS n FROM courses GROUP BY project'),
  fence('sql all_columns', 'SELECT * FROM courses'),
);
