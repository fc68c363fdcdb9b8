interface Part {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

export declare function wallBundleFaults(
  manifest: Readonly<Record<string, Part>>,
  modules: Readonly<Record<string, readonly string[]>>,
  textOf: (file: string) => string,
): string[]
