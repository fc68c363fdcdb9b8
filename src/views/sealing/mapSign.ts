import type { MapId } from '../../domain/records.ts'

/**
 * Plain things that are short to say and hard to mistake for one another, or for what a map is about. They are not
 * translated: a sign that was written down stays right.
 */
const WORDS =
  `agate alder almond alpaca amber anise apricot aspen aster badger bagel bamboo banjo barley basil basket beetle
  begonia bison bobbin bonnet bramble brass bronze button cactus camel candle canvas caper caramel caraway cashew
  catkin cello cherry chestnut chisel cinnamon citron clarinet clover coconut copper cornet crocus crystal cumin
  curlew custard cymbal dahlia daisy damson denim dingo domino ebony fennel fern fiddle fig filbert finch flannel
  flint flute fossil foxglove freesia gabbro garnet gecko gibbon ginger ginkgo goblet gopher grape guava guitar
  gypsum hammock harp hazel heather hedgehog heron hickory hyacinth ibex iguana indigo iris jaguar jasper juniper
  kayak kernel kestrel kettle kiwi koala ladle lantern larch lavender lemon lemur lentil lichen lilac linen lobster
  locket lupin lynx magnet magpie mallow mandolin mango marble marigold marimba marten melon mica mitten mongoose
  muffin mulberry mustard myrtle narwhal nectar newt nougat nutmeg oboe ocelot onyx opal orchid oriole osprey otter
  paddle panda pansy papaya paprika parsley parsnip peach pebble pecan pelican pepper petunia piano pickle pigeon
  pillow pistachio plover plum pomelo poplar primrose prism puffin pumpkin quail quartz quilt quince rabbit radish
  raisin raspberry reindeer rhubarb ribbon robin rosemary ruby sapphire satin saucer sesame slate snail sorrel
  spaniel sparrow spinach spruce squirrel starling sultana sycamore tamarind tapir teapot thimble thrush toffee
  tomato topaz tortoise toucan trombone truffle trumpet turnip turquoise ukulele vanilla viola violet waffle
  wagtail walnut walrus wombat woodlark wren yarrow yucca zebra zinnia zircon zither`.split(/\s+/u)
const LEAST_NUMBER = 10
const NUMBERS = 90

/**
 * What a sealed map is called while its name is under the seal: a word and a number that stay the same and come from
 * nothing but its random id. A few times in a thousand, two of ten maps have the same.
 */
export function mapSign(id: MapId): string {
  const mixed = mixedUp(id)
  const number = LEAST_NUMBER + (Math.floor(mixed / WORDS.length) % NUMBERS)
  return `${WORDS[mixed % WORDS.length]}-${number}`
}

/** FNV-1a, then the last steps of MurmurHash3: ids that differ in one letter have nothing in common. */
function mixedUp(text: string): number {
  let mixed = 0x811c9dc5
  for (const sign of text) mixed = Math.imul(mixed ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
