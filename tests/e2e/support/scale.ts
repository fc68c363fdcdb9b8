import { test } from '@playwright/test'

/**
 * How much is proven. `npm test` takes the small counts, `npm run test:durability` the full ones. Each can be set by
 * itself: ALLYSCOPE_KILLS=200, and all of them by a share of the full ones: ALLYSCOPE_DURABILITY=0.5.
 */
export function scaled(name: string, count: { readonly small: number; readonly full: number }) {
  const own = Number(process.env[`ALLYSCOPE_${name}`])
  if (own > 0) return own
  const share = Number(process.env['ALLYSCOPE_DURABILITY'])
  return share > 0 ? Math.max(count.small, Math.round(count.full * share)) : count.small
}

/** What all that happens by chance comes from; the same number gives the same run, up to the machine's own pace. */
export const SEED = Number(process.env['ALLYSCOPE_SEED']) || 1

/** Keeps a measured figure; a full run prints them all. */
export function figure(what: string, found: string | number): void {
  test.info().annotations.push({ type: 'figure', description: `${what}: ${found}` })
}

/** The greatest, or 0. */
export const greatest = (numbers: readonly number[]): number => Math.max(0, ...numbers)
