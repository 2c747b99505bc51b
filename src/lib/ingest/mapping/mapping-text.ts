import { stringify } from 'yaml';
import { readYaml } from '../../yaml/yaml';
import { FileMapping } from './file-mapping';

/** A mapping as a file of its own, to be read again by `readMapping`. */
export function writeMapping(mapping: FileMapping): string {
  return stringify(mapping, { lineWidth: 0 });
}

/** Undefined when the text is no mapping. */
export function readMapping(text: string): FileMapping | undefined {
  const yaml = readYaml(text);
  return yaml.ok ? FileMapping.safeParse(yaml.value).data : undefined;
}
