import { mayStand, ORIENTATIONS, pageOf, SHEETS } from '../../../src/drawing/sheet.ts'

/** Every page there is, by what people call it. */
export const EVERY_PAGE = SHEETS.flatMap((sheet) =>
  ORIENTATIONS.filter((orientation) => orientation === 'landscape' || mayStand(sheet)).map(
    (orientation) => ({ called: `${sheet} ${orientation}`, page: pageOf(sheet, orientation) }),
  ),
)

/** Names that have spoilt many a drawing. */
export const LONG_NAMES = [
  'Arbeitsgemeinschaft der Verkehrsunternehmen und Lastkraftwagenspeditionen in der Metropolregion Rhein-Neckar-Donau, Unterabteilung für Straßenverkehrsordnungswidrigkeitenangelegenheiten und Öffentlichkeit',
  'اتحاد نقابات العاملات في المستشفيات والمراكز الصحية في منطقة الفرات الأوسط وما حولها من البلدات والقرى المجاورة لها في الشمال والجنوب والشرق والغرب ومن يعمل معهن من المتطوعات والمتطوعين في كل مكان',
  'မြန်မာနိုင်ငံလုံးဆိုင်ရာ ဆရာဆရာမများအဖွဲ့ချုပ်နှင့် ကျန်းမာရေးဝန်ထမ်းများသမဂ္ဂ လယ်သမားများနှင့် အလုပ်သမားများအဖွဲ့ချုပ် တောင်ပိုင်းခရိုင်',
  'W'.repeat(200),
  '<b>& "quoted"</b>',
]
