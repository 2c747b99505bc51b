/** What a menu offers. */
export interface MenuLine {
  readonly name: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  /** Given for what is on or off. */
  readonly on?: boolean;
}
