import { z } from 'zod';
import { floor, smallGroups, type Unclearable } from '../../disclosure/cleared';
import { english } from '../../i18n/english';
import type { Language } from '../../i18n/language';
import { sentencesOf } from '../../i18n/sentences';
import { attributeKeys } from '../../notebook/cell';
import { Chart } from '../../notebook/chart';
import { Compare } from '../../notebook/compare';
import { defaultHeader, writeHeader } from '../../notebook/header';
import { knownKinds, type KnownKind } from '../../notebook/info';
import { Input } from '../../notebook/input';
import { newCell } from '../../notebook/new-cell';
import { currentFormat, Header } from '../../notebook/notebook';
import { Practice } from '../../notebook/practice';
import { Reflection } from '../../notebook/reflect';
import { writeFence } from '../../notebook/serialize';
import { lookupFormats } from '../../notebook/template';
import { Theory } from '../../notebook/theory';
import { signatures } from '../../sql/functions';
import { editing, shortcuts } from '../commands/shortcuts';
import type { Schema } from './alternatives';
import { blocksOf, type Block } from './fields';
import { tellTables } from './tables';

type InBoth = Readonly<Record<Language, string>>;

/** A kind of cell: what its body may hold, and what a new one begins with. */
export interface KindTold {
  readonly kind: KnownKind;
  readonly title: InBoth;
  readonly blocks: readonly Block[];
  readonly example: InBoth;
}

const bodies: Readonly<Record<KnownKind, z.ZodType | undefined>> = {
  sql: undefined,
  input: Input,
  plot: Chart,
  compare: Compare,
  practice: Practice,
  theory: Theory,
  reflect: Reflection,
};

/** All the kinds there are: one more does not compile before it stands here. */
const refusals: Readonly<Record<Unclearable['kind'], true>> = {
  'no-count': true,
  'single-children': true,
  'few-crossed': true,
};

/** What there is to tell of, from the code itself and as plain data: made at build, so that no page brings what it is made from. */
export function helpContent() {
  return {
    prose: inBoth((language) => sentences(language).screen.cell.kinds.prose),
    kinds: knownKinds.map(tellKind),
    attributes: attributeKeys,
    formats: lookupFormats,
    header: { blocks: fieldsOf(Header), example: writeHeader(defaultHeader()), format: currentFormat },
    tables: tellTables(),
    functions: signatures,
    shortcuts,
    editing,
    hiding: {
      minimum: floor,
      small: smallGroups * floor,
      refused: Object.keys(refusals) as Unclearable['kind'][],
    },
  };
}
export type HelpContent = ReturnType<typeof helpContent>;

function tellKind(kind: KnownKind): KindTold {
  const body = bodies[kind];
  return {
    kind,
    title: inBoth((language) => sentences(language).screen.cell.kinds[kind]),
    blocks: body ? fieldsOf(body) : [],
    example: inBoth((language) => exampleOf(kind, language)),
  };
}

function fieldsOf(schema: z.ZodType): readonly Block[] {
  return blocksOf(z.toJSONSchema(schema, { io: 'input' }) as Schema);
}

function exampleOf(kind: KnownKind, language: Language): string {
  const { screen, theory } = sentences(language);
  const cell = newCell(kind, [], { all: screen.input.all, steps: theory.newSteps, asks: screen.cell.asks });
  return cell.kind === 'prose' ? cell.text : writeFence(cell);
}

/** The page is made in both languages at once. */
function sentences(language: Language) {
  return language === 'en' ? english : sentencesOf(language);
}

function inBoth(write: (language: Language) => string): InBoth {
  return { da: write('da'), en: write('en') };
}
