import { z } from 'zod';

const words = z.string().max(600);
const name = z
  .string()
  .regex(/^[a-z_][a-z0-9_]*$/)
  .max(63);

const Box = z.strictObject({
  name,
  text: words.min(1),
  /** Boxes of later steps. */
  leads_to: z.array(name).max(40).optional(),
  /** What the data says of it; may look values up with {{ cell.column }}. Without it, openly none. */
  indicator: words.optional(),
});
export type Box = z.output<typeof Box>;

const Step = z.strictObject({
  step: words.min(1),
  /** Its boxes are results one hopes for: each has an indicator, or openly none. */
  expected: z.boolean().default(false),
  boxes: z.array(Box).min(1).max(20),
});
export type Step = z.output<typeof Step>;

/** A theory of change: steps from what is done to what it leads to, boxes in them, and what leads to what. */
export const Theory = z
  .strictObject({
    title: words.optional(),
    subtitle: words.optional(),
    guide: words.optional(),
    source: words.optional(),
    steps: z.array(Step).min(1).max(8),
  })
  .superRefine(({ steps }, context) => {
    const stepOf = new Map<string, number>();
    for (const [step, { boxes }] of steps.entries())
      for (const [place, box] of boxes.entries()) {
        if (stepOf.has(box.name))
          context.addIssue({ code: 'custom', path: ['steps', step, 'boxes', place, 'name'] });
        stepOf.set(box.name, step);
      }
    // A chain goes forward: an arrow back would say that the goal brings about the activity.
    for (const [step, { boxes }] of steps.entries())
      for (const [place, box] of boxes.entries())
        for (const [at, to] of (box.leads_to ?? []).entries())
          if ((stepOf.get(to) ?? -1) <= step)
            context.addIssue({ code: 'custom', path: ['steps', step, 'boxes', place, 'leads_to', at] });
  });
export type Theory = z.output<typeof Theory>;

/** What the boxes say, by name. */
export function textsOf(steps: readonly Step[]): ReadonlyMap<string, string> {
  return new Map(steps.flatMap(({ boxes }) => boxes).map((box) => [box.name, box.text] as const));
}

/** The same theory with each of its words made anew by `write`. */
export function mapWords(theory: Theory, write: (text: string) => string): Theory {
  const { title, subtitle, guide, source } = theory;
  const written = Object.entries({ title, subtitle, guide, source }).flatMap(([key, text]) =>
    text === undefined ? [] : [[key, write(text)] as const],
  );
  const steps = theory.steps.map((step) => ({
    ...step,
    boxes: step.boxes.map((box) => ({
      ...box,
      text: write(box.text),
      ...(box.indicator !== undefined && { indicator: write(box.indicator) }),
    })),
  }));
  return { ...Object.fromEntries(written), steps };
}

/** The words of a theory cell that may look values up. */
export function wordsOfTheory({ title, subtitle, guide, source, steps }: Theory): readonly string[] {
  const said = steps.flatMap(({ boxes }) => boxes.flatMap(({ text, indicator }) => [text, indicator]));
  return [title, subtitle, guide, source, ...said].filter((text) => text !== undefined);
}
