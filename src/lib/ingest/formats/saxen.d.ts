declare module 'saxen' {
  type Attributes = () => Readonly<Record<string, string>> | false;

  /** A SAX parser; texts and attributes come with their entities as they stand. Errors are thrown. */
  export class Parser {
    on(event: 'openTag', handle: (name: string, attributes: Attributes) => void): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text' | 'cdata', handle: (text: string) => void): this;
    write(xml: string): this;
    end(): Error | null;
  }
}
