import { CellName, type Attributes } from './cell';

/** Kinds this program reads. Others are kept as they are. */
export const knownKinds = ['sql', 'input', 'plot', 'compare', 'practice', 'theory', 'reflect'] as const;
export type KnownKind = (typeof knownKinds)[number];

export function isKnownKind(word: string): word is KnownKind {
  return knownKinds.some((kind) => kind === word);
}

/** A fence's info string as `<kind> <name> <the rest>`; missing words are empty. */
export interface Info {
  readonly kind: string;
  readonly name: string;
  readonly rest: string;
}

export function readInfo(info: string): Info {
  const [, kind = '', name = '', rest = ''] = /^(\S*)[ \t]*(\S*)([^]*)$/.exec(info) ?? [];
  return { kind, name, rest };
}

/** Whether a fence is a cell. All others are ordinary code inside Markdown. */
export function isCellInfo(info: string): boolean {
  const { kind, name } = readInfo(info);
  return isKnownKind(kind) || (/^[a-z][a-z0-9-]*$/.test(kind) && CellName.safeParse(name).success);
}

/** `key="value" key=value key`: anything is taken, so that nothing a person wrote is lost. */
export function readAttributes(text: string): Attributes {
  const pairs = text.matchAll(/([^\s=]+)(?:=(?:"((?:\\[^]|[^"\\])*)"?|(\S*)))?/g);
  return [...pairs].map(([, key = '', quoted, bare]) => [
    key,
    quoted === undefined ? (bare ?? '') : unescape(quoted),
  ]);
}

export function writeInfo(kind: KnownKind, name: string, attributes: Attributes): string {
  return [kind, name, ...attributes.map(([key, value]) => `${key}=${writeValue(value)}`)].join(' ');
}

function writeValue(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `"${value.replace(/["\\\n\r`]/g, escape)}"`;
}

/** A backtick may not stand in the info string of a backtick fence, and a line end would end it. */
function escape(sign: string): string {
  switch (sign) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\u000d';
    case '`':
      return '\\u0060';
    default:
      return `\\${sign}`;
  }
}

function unescape(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([^]))/gi, (_, code: string | undefined, sign: string) => {
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return sign === 'n' ? '\n' : sign;
  });
}
