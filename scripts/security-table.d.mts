export declare const BEGIN: string
export declare const END: string
export declare function securityTable(
  policies: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string
export declare function withTable(text: string, table: string): string
