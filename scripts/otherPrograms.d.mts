export declare function findFirefox(): Promise<string | null>
export declare function findWebKit(): Promise<{
  driver: string
  browser: string
  screen: string
} | null>
export declare function findLibreOffice(): Promise<string | null>
