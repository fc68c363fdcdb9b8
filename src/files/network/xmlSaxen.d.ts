/** The part of saxen that we use; it brings no types of its own. */
declare module 'saxen' {
  export class Parser {
    on(
      event: 'openTag',
      handle: (
        name: string,
        /** The attributes as written, entities and all. */
        attributes: () => Readonly<Record<string, string>>,
        decode: (text: string) => string,
        isSelfClosing: boolean,
      ) => void,
    ): this
    on(event: 'closeTag', handle: (name: string) => void): this
    on(event: 'text' | 'cdata' | 'comment' | 'attention', handle: (text: string) => void): this
    on(event: 'error' | 'warn', handle: (error: Error, context: () => Context) => void): this
    /** Calls the handlers in the order of the text; what they throw ends it. */
    parse(text: string): void
  }
  interface Context {
    /** From 0. */
    readonly line: number
  }
}
