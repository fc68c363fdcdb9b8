export declare function findFirefox(): Promise<string | null>
export declare function findWebKit(): Promise<{
  driver: string
  browser: string
  screen: string
} | null>
