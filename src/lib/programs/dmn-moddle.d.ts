/** What is used here of dmn-moddle, which has no types. */
declare module 'dmn-moddle' {
  /** An element of a DMN model, with its properties by name. */
  export interface ModdleElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }

  /** Makes, writes and reads DMN 1.3. */
  export class DmnModdle {
    create(type: string, properties: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    /** Rejects for XML that cannot be read; what it does not know stands in the warnings. */
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly unknown[] }>;
  }
}
