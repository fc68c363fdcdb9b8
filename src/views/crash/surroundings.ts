import type { Reliability } from '../reliability.ts'
import type { Surroundings } from './report.ts'

/** Looks around for the problem report. Whatever does not answer is left out. */
export async function surroundingsOf(
  reliability: () => Promise<Reliability>,
): Promise<Surroundings> {
  const asked = await reliability()
    .then(({ device, quarantine }) => Promise.all([device.storage(), quarantine.list()]))
    .catch(() => null)
  const [storage, damaged] = asked ?? [null, null]
  return {
    scripts: scriptNames(),
    browser: navigator.userAgent,
    languages: navigator.languages.join(', '),
    window: `${innerWidth} × ${innerHeight}, ${devicePixelRatio}`,
    storage,
    unreadable: damaged?.ok ? damaged.value.length : null,
  }
}

/** Of the scripts that the page has loaded. They tell the build, as each is named after its contents. */
function scriptNames(): readonly string[] {
  const started = Array.from(document.scripts, ({ src }) => src)
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const names = [...started, ...loaded].flatMap((url) => /([\w.-]+\.js)$/.exec(url)?.[1] ?? [])
  return [...new Set(names)]
}
