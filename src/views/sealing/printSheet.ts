interface Sheet {
  readonly title: string
  readonly key: string
  readonly lines: readonly string[]
}

/**
 * Prints a sheet out of a frame of its own, so that neither the map nor anything else of the page can get on the
 * paper. The page's policy allows no style sheet in it: each element is styled by script. Returns how to take the
 * frame away: not every browser says when it has printed.
 */
export function printSheet({ title, key, lines }: Sheet): () => void {
  const frame = document.createElement('iframe')
  // Nothing of it is seen, yet it is laid out: some browsers print a frame that is not as an empty page.
  Object.assign(frame.style, {
    position: 'fixed',
    insetBlockStart: '0',
    insetInlineStart: '0',
    inlineSize: '0',
    blockSize: '0',
    border: '0',
  })
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  document.body.append(frame)
  const remove = () => frame.remove()
  const sheet = frame.contentDocument
  if (!sheet) {
    remove()
    return remove
  }
  sheet.title = title
  sheet.documentElement.dir = document.documentElement.dir
  const add = (tag: 'h1' | 'p', text: string, style: Readonly<Record<string, string>>) => {
    const element = sheet.createElement(tag)
    element.textContent = text
    Object.assign(element.style, { fontFamily: 'sans-serif', ...style })
    sheet.body.append(element)
  }
  add('h1', title, { fontSize: '20pt' })
  add('p', key, {
    border: '1pt solid',
    direction: 'ltr',
    fontFamily: 'monospace',
    fontSize: '18pt',
    lineHeight: '1.8',
    padding: '12pt',
  })
  for (const line of lines) add('p', line, { fontSize: '12pt' })
  frame.contentWindow?.addEventListener('afterprint', remove)
  frame.contentWindow?.print()
  return remove
}
