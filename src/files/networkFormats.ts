import type { MapView } from '../audience/view.ts'
import { gephiCsvWriter } from './network/gephiWrite.ts'
import { gexfWriter } from './network/gexfWrite.ts'
import { graphmlWriter } from './network/graphmlWrite.ts'
import { jsonCanvasWriter } from './network/jsonCanvasWrite.ts'
import { kumuCsvWriter, kumuJsonWriter, kumuXlsxWriter } from './network/kumuWrite.ts'
import type {
  FormatWords,
  NetworkFormatWriter,
  NetworkPlaces,
  WrittenFile,
} from './network/writer.ts'
import { zipOf } from './zip.ts'

/** The formats of other tools that a view can be written in, in the order in which they are offered. */
export const NETWORK_FORMATS: readonly NetworkFormatWriter[] = [
  kumuXlsxWriter,
  kumuCsvWriter,
  kumuJsonWriter,
  gexfWriter,
  graphmlWriter,
  gephiCsvWriter,
  jsonCanvasWriter,
]

/** What is saved: the one file of a format, or its several in one zip. */
export function writeNetwork(
  format: NetworkFormatWriter,
  view: MapView,
  places: NetworkPlaces,
  words: FormatWords,
): WrittenFile['content'] {
  const files = format.files(view, places, words)
  const [only] = files
  return files.length === 1 && only ? only.content : zipOf(files)
}
