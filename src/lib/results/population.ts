/** Whom a result is about, as far as its query says. */
export interface Population {
  /** What is read. Equal texts, equal children to choose among. */
  readonly source: string;
  /** By column, the values it may have; a column that is not here may have any. */
  readonly among: ReadonlyMap<string, readonly string[]>;
  /** Every other condition, as text: who meets more of them is fewer. */
  readonly asked: readonly string[];
  /** Choices that can hold one another, as ages from 3 to 10 those from 3 to 6: by input, what is chosen. */
  readonly chosen: ReadonlyMap<string, string>;
  /** Where groups were put together: by column, which values each of its names holds. Another name holds itself. */
  readonly groups?: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}
