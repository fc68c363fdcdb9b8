export declare function findChromium(): Promise<string | null>
export declare function ensureChromium(): Promise<string | null>
