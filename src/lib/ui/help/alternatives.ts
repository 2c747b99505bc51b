/** One of the things that may stand in a field, as plain data: the words are the reader's. */
export type Alternative =
  | { readonly kind: 'text'; readonly most?: number }
  | {
      readonly kind: 'number' | 'whole';
      readonly least?: number;
      readonly above?: number;
      readonly most?: number;
    }
  | { readonly kind: 'truth' | 'date' | 'fields' | 'null' }
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: readonly Alternative[]; readonly count?: number };

/** The part of JSON Schema that our schemas come out as. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** What may stand there, each thing once. */
export function alternativesOf(schema: Schema): readonly Alternative[] {
  const every = choicesOf(schema).flatMap((choice) => typesOf(choice).map((type) => read(type, choice)));
  const texts = every.map((one) => JSON.stringify(one));
  return every.filter((_, at) => texts.indexOf(texts[at] ?? '') === at);
}

/** A schema that is one of several, as those. */
export function choicesOf(schema: Schema): readonly Schema[] {
  return (schema.anyOf ?? schema.oneOf ?? [schema]).flatMap((choice) =>
    choice === schema ? [choice] : choicesOf(choice),
  );
}

function typesOf({ type }: Schema): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}

function read(type: string, schema: Schema): Alternative {
  if (schema.const !== undefined) return { kind: 'one-of', values: [String(schema.const)] };
  if (schema.enum) return { kind: 'one-of', values: schema.enum.map(String) };
  switch (type) {
    case 'string':
      if (schema.format === 'date') return { kind: 'date' };
      return { kind: 'text', ...(schema.maxLength !== undefined && { most: schema.maxLength }) };
    case 'number':
      return { kind: 'number', ...limitsOf(schema) };
    case 'integer':
      return { kind: 'whole', ...limitsOf(schema) };
    case 'boolean':
      return { kind: 'truth' };
    case 'null':
      return { kind: 'null' };
    case 'array':
      return listOf(schema);
    case 'object':
      return { kind: 'fields' };
    default:
      throw new Error(`The help has no words for a field of the type ${type}.`);
  }
}

function listOf({ items, prefixItems = [] }: Schema): Alternative {
  const [first] = prefixItems;
  if (first) return { kind: 'list', of: alternativesOf(first), count: prefixItems.length };
  return { kind: 'list', of: items ? alternativesOf(items) : [] };
}

/** Without the end of whole numbers that every one of them has. */
function limitsOf({ minimum, exclusiveMinimum, maximum }: Schema) {
  const isReal = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  return {
    ...(minimum !== undefined && { least: minimum }),
    ...(exclusiveMinimum !== undefined && { above: exclusiveMinimum }),
    ...(isReal && { most: maximum }),
  };
}
