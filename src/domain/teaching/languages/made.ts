import { english } from './english.ts'
import { type Language, listed } from '../language.ts'

/** {w} is a made-up word. */
const LENGTHS = ['{w}', '{w} {w}', '{w} {w} {w}', '{w} {w} {w} {w}', '{w} {w} {w} {w} {w} {w}']
const [, ...SEVERAL] = LENGTHS

/** A script for whose languages there are no lists: all words are made of syllables that people can say. */
const madeOf = (script: RegExp, syllables: string): Language => ({
  script,
  marks: null,
  given: [],
  family: [],
  places: [],
  people: [],
  causes: [],
  and: [' ', ' '],
  forms: {
    person: ['{w} {w}', '{w} {w} {w}'],
    group: SEVERAL,
    organisation: LENGTHS,
    institution: SEVERAL,
    issue: ['{w} {w} {w}'],
    we: ['{w} {w}'],
    goal: ['{w} {w}'],
  },
  sectors: [],
  resources: [],
  tags: [],
  ties: [],
  segments: null,
  copy: english.copy,
  syllables: listed(syllables),
})

export const MADE: readonly Language[] = [
  madeOf(/\p{sc=Bengali}/u, 'বা, চা, দি, গা, জো, কা, লা, লি, মা, মি, না, নি, পা, রা, রি, সা, সু, তা, তি'),
  madeOf(/\p{sc=Gurmukhi}/u, 'ਬਾ, ਚਾ, ਦੀ, ਗਾ, ਜੋ, ਕਾ, ਲਾ, ਲੀ, ਮਾ, ਮੀ, ਨਾ, ਨੀ, ਪਾ, ਰਾ, ਰੀ, ਸਾ, ਤਾ'),
  madeOf(/\p{sc=Gujarati}/u, 'બા, ચા, દી, ગા, જો, કા, લા, લી, મા, મી, ના, ની, પા, રા, રી, સા, તા'),
  madeOf(/\p{sc=Tamil}/u, 'கா, சா, தா, தி, நா, நி, பா, மா, மி, யா, ரா, ரி, லா, லி, வா, வே, மலை, வன்'),
  madeOf(/\p{sc=Telugu}/u, 'కా, చా, తా, ది, నా, ని, పా, మా, మి, యా, రా, రి, లా, లి, వా, వే, సా'),
  madeOf(/\p{sc=Kannada}/u, 'ಕಾ, ಚಾ, ತಾ, ದಿ, ನಾ, ನಿ, ಪಾ, ಮಾ, ಮಿ, ಯಾ, ರಾ, ರಿ, ಲಾ, ಲಿ, ವಾ, ವೇ, ಸಾ'),
  madeOf(/\p{sc=Malayalam}/u, 'കാ, ചാ, താ, ദി, നാ, നി, പാ, മാ, മി, യാ, രാ, രി, ലാ, ലി, വാ, വേ, സാ'),
  madeOf(/\p{sc=Sinhala}/u, 'කා, චා, තා, දි, නා, නි, පා, මා, මි, යා, රා, රි, ලා, ලි, වා, වේ, සා'),
  madeOf(/\p{sc=Lao}/u, 'ກາ, ຄາ, ຈາ, ດາ, ຕາ, ນາ, ນີ, ປາ, ພາ, ມາ, ມີ, ຢາ, ລາ, ລີ, ວາ, ສາ, ສີ'),
  madeOf(/\p{sc=Khmer}/u, 'កា, ចា, តា, ទី, នា, នី, បា, ផា, មា, មី, យា, រា, រី, លា, លី, វា, សា'),
  madeOf(/\p{sc=Tibetan}/u, 'ཀ, ཁ, ག, ང, ཅ, ཉ, ཏ, ད, ན, པ, མ, ཙ, ཡ, ར, ལ, ས'),
  madeOf(/\p{sc=Ethiopic}/u, 'ለ, ሊ, መ, ሚ, ማ, ሰ, ሲ, ረ, ሪ, ራ, በ, ቢ, ተ, ታ, ነ, ና, ከ, ካ, ወ, ያ, ደ, ዳ'),
  madeOf(
    /\p{sc=Armenian}/u,
    'ար, բա, գա, դա, եր, զա, լի, կա, հա, մա, մե, նա, նե, նի, շա, պա, սա, սո, վա, տա, րի',
  ),
  madeOf(
    /\p{sc=Georgian}/u,
    'ბა, გა, და, ვე, ზო, თა, თი, კა, ლა, ლი, მა, მე, ნა, ნი, ო, რა, რუ, სა, სო, ქა, ში, ხე',
  ),
]
