/** Sends a pointer event to an element (or the window), at a point of the window. */
export function point(
  target: EventTarget,
  type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel',
  at: readonly [x: number, y: number],
  more: PointerEventInit = {},
): void {
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      cancelable: true,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
      button: type === 'pointermove' ? -1 : 0,
      clientX: at[0],
      clientY: at[1],
      ...more,
    }),
  )
}
