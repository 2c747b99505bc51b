import { expect, test } from 'vitest';
import { noTables } from '../../../src/lib/dataflow/apply';
import { graphOf } from '../../../src/lib/dataflow/graph';
import { planOf } from '../../../src/lib/dataflow/plan';
import { read, tables } from './notebooks';

const notebook = read(`# Titel

\`\`\`input sex
type: select
value: girl
from: SELECT DISTINCT sex FROM "Courses"
\`\`\`

\`\`\`sql a
WITH own AS (SELECT 1) SELECT * FROM own, who5, main.sessions, range(3), b JOIN (SELECT * FROM sdq_p) USING (n)
\`\`\`

\`\`\`sql b
SELECT * FROM courses -- FROM hidden
\`\`\`

\`\`\`sql empty
\`\`\`

\`\`\`compare c
data: changes
before: before
after: after
\`\`\`

\`\`\`plot p
data: a
marks: [{ barX: { x: n, y: n } }]
\`\`\`
`);

test.each([
  ['before there is data', noTables],
  ['with data', tables],
])('what would run, and what it reads: %s', (_, given) => {
  const plan = planOf(graphOf(notebook, given));
  expect(plan.cells.toSorted()).toEqual(['a', 'b', 'c', 'sex']);
  expect(plan.tables.toSorted()).toEqual(['changes', 'courses', 'main.sessions', 'sdq_p', 'who5']);
});
