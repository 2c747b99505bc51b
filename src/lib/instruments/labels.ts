import { bandingOf } from './bands';
import { instruments } from './catalogue';

type Label = { readonly da: string; readonly en: string };

/**
 * What a person reads for a code of the ENUMs `instrument`, `scale` and `band`, known by any of their codes; undefined
 * for other codes, and where instruments use a code for different things (`total`).
 */
export function labelOfScoreCode(code: string, language: keyof Label): string | undefined {
  return labels.get(code)?.[language];
}

const labels: ReadonlyMap<string, Label> = gather();

function gather(): Map<string, Label> {
  const found = new Map<string, Label>();
  const ambiguous = new Set<string>();
  const add = (code: string, label: Label) => {
    const known = found.get(code);
    if (known && known.da !== label.da) ambiguous.add(code);
    else found.set(code, label);
  };
  for (const instrument of instruments) {
    add(instrument.name, instrument.title);
    for (const scale of instrument.scales) add(scale.name, scale.label);
    for (const band of bandingOf(instrument)?.bands ?? []) add(band.code, band.label);
  }
  for (const code of ambiguous) found.delete(code);
  return found;
}
