import { alternativesOf, choicesOf, type Alternative, type Schema } from './alternatives';

export interface Field {
  readonly name: string;
  readonly allowed: readonly Alternative[];
  readonly needed: boolean;
  /** What holds without it. */
  readonly otherwise?: string;
  /** Which forms of the block have it; empty where all do. */
  readonly of: readonly string[];
}

/** Fields that stand together: a cell's own, or those of a field of it. */
export interface Block {
  /** Where they stand, as `marks` or `steps.boxes`; a name of one's own is `…`. Blocks alike are told once. */
  readonly paths: readonly string[];
  /** The forms it has, as the types of a choice or the layers of a chart. */
  readonly forms: readonly string[];
  /** The names that may stand there, where they are no names of one's own. */
  readonly names: readonly string[];
  readonly fields: readonly Field[];
}

/** What a schema allows, block by block from the outside in. */
export function blocksOf(schema: Schema): readonly Block[] {
  const found = visit('', schema, []);
  const merged = new Map<string, Block>();
  for (const block of found) {
    const key = JSON.stringify({ ...block, paths: [] });
    const same = merged.get(key);
    merged.set(key, same ? { ...same, paths: [...new Set([...same.paths, ...block.paths])] } : block);
  }
  return [...merged.values()];
}

/** The name that the words of a field have in i18n: `marks.fill`. */
export function keyOf({ paths }: Block, name: string): string {
  return [paths[0], name].filter(Boolean).join('.');
}

/** What may stand in each, which can differ with the form. */
export function byName({ fields }: Block): readonly (readonly [name: string, forms: readonly Field[]])[] {
  const names = [...new Set(fields.map(({ name }) => name))];
  return names.map((name) => [name, fields.filter((field) => field.name === name)] as const);
}

interface Form {
  readonly name: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}

function visit(path: string, schema: Schema, names: readonly string[]): readonly Block[] {
  const choices = choicesOf(schema).flatMap((choice) => insideOf(choice));
  const records = choices.filter(({ properties }) => !properties);
  if (records.length > 0) {
    return records.flatMap(({ additionalProperties, propertyNames }) =>
      additionalProperties
        ? visit(
            join(path, propertyNames?.enum ? '' : '…'),
            additionalProperties,
            (propertyNames?.enum ?? []).map(String),
          )
        : [],
    );
  }
  const forms = choices.flatMap(formsOf);
  if (forms.length === 0) return [];
  const fields = fieldsOf(forms);
  const named = [...new Set(forms.map(({ name }) => name).filter(Boolean))];
  const inner = forms.flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, each]) => visit(join(path, name), each, [])),
  );
  return [{ paths: [path], forms: named, names, fields }, ...inner];
}

const join = (path: string, name: string) => [path, name].filter(Boolean).join('.');

/** What has fields of its own in it: a list's entries too. */
function insideOf(schema: Schema): readonly Schema[] {
  if (schema.properties ?? schema.additionalProperties) return [schema];
  return schema.items ? choicesOf(schema.items).flatMap(insideOf) : [];
}

/** A union's member is called by its `type`, or by the one field it has. */
function formsOf(schema: Schema): readonly Form[] {
  const { properties = {}, required = [] } = schema;
  const type = properties['type']?.const;
  if (typeof type === 'string') return [{ name: type, properties, required }];
  const [only, ...others] = Object.entries(properties);
  if (!only || others.length > 0 || !required.includes(only[0])) return [{ name: '', properties, required }];
  const [name, inner] = only;
  return choicesOf(inner)
    .flatMap(insideOf)
    .map((each) => ({ name, properties: each.properties ?? {}, required: each.required ?? [] }));
}

function fieldsOf(forms: readonly Form[]): readonly Field[] {
  const found = new Map<string, Field & { readonly of: string[] }>();
  for (const { name: form, properties, required } of forms)
    for (const [name, schema] of Object.entries(properties)) {
      const otherwise = plain(schema.default);
      const allowed = name === 'type' && schema.const !== undefined ? typesOf(forms) : alternativesOf(schema);
      const isOneOfTwo = form === '' && !forms.every(({ properties }) => name in properties);
      const needed = required.includes(name) && !isOneOfTwo;
      const field = { name, allowed, needed, ...(otherwise && { otherwise }) };
      const key = JSON.stringify(field);
      const known = found.get(key) ?? { ...field, of: [] };
      known.of.push(form);
      found.set(key, known);
    }
  const all = new Set(forms.map(({ name }) => name)).size;
  const order = [...new Set(forms.flatMap(({ properties }) => Object.keys(properties)))];
  return [...found.values()]
    .map((field) => ({ ...field, of: new Set(field.of).size === all ? [] : [...new Set(field.of)] }))
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

const typesOf = (forms: readonly Form[]): readonly Alternative[] => [
  { kind: 'one-of', values: forms.map(({ name }) => name) },
];

function plain(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
