/** Caps on what a map takes in, stated in docs/file-format.md. Lengths count UTF-16 code units. */
export const LIMITS = {
  name: 300,
  shortText: 200,
  longText: 20_000,
  tagsPerStakeholder: 50,
  wordsPerStakeholder: 50,
  aliasesPerStakeholder: 50,
  stakeholders: 10_000,
  relationships: 40_000,
  vocabulary: 2_000,
  /** Farthest that a place in the network lies from its middle, in the network's own units. */
  networkPlace: 1_000_000,
  /** Bytes. */
  jsonFile: 20_000_000,
  csvFile: 10_000_000,
  csvRows: 20_000,
  /** Characters of one paste into "Add a stakeholder". */
  paste: 1_000_000,
  pasteLines: 2_000,
} as const
