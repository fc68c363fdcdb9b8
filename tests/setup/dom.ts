import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// A busy machine is no fault of the app.
configure({ asyncUtilTimeout: 8_000 })

afterEach(() => {
  cleanup()
})

/** happy-dom does no layout: every element gets the size of a small window. */
const SIZE = { width: 1280, height: 800 }

class ResizeObserverStub implements ResizeObserver {
  readonly #notify: ResizeObserverCallback
  constructor(notify: ResizeObserverCallback) {
    this.#notify = notify
  }
  observe(target: Element): void {
    const box = [{ inlineSize: SIZE.width, blockSize: SIZE.height }]
    this.#notify(
      [
        {
          target,
          contentRect: new DOMRect(0, 0, SIZE.width, SIZE.height),
          borderBoxSize: box,
          contentBoxSize: box,
          devicePixelContentBoxSize: box,
        },
      ],
      this,
    )
  }
  unobserve(): void {}
  disconnect(): void {}
}

/** React Flow reads only the scale (`m22`) of a computed transform. */
class DomMatrixStub {
  readonly m22: number
  constructor(transform?: string) {
    const scale = transform?.match(/scale\(([\d.]+)\)/)?.[1]
    this.m22 = scale === undefined ? 1 : Number(scale)
  }
}

Object.defineProperty(globalThis, 'ResizeObserver', { value: ResizeObserverStub, writable: true })
Object.defineProperty(globalThis, 'DOMMatrixReadOnly', { value: DomMatrixStub, writable: true })
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => SIZE.width },
  offsetHeight: { configurable: true, get: () => SIZE.height },
})
