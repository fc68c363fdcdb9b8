export declare const DIST: string
export declare function fileOf(address: string): string | null
export declare function serve(options?: {
  folder?: string
  port?: number
  tries?: number
}): Promise<{ url: string; port: number; close: () => Promise<void> }>
