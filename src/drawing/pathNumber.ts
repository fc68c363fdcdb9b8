/** A length as it is written into a drawing: a hundredth of a pixel is enough, and never "-0". */
export const pathNumber = (value: number): number => Math.round(value * 100) / 100 + 0
