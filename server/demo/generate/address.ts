import type { Neighbourhood } from './city-plan.ts'
import type { Random } from './random.ts'

const STREETS = [
  'Melati',
  'Mawar',
  'Anggrek',
  'Cempaka',
  'Kenanga',
  'Flamboyan',
  'Sukamaju',
  'Sukasari',
  'Sukamulya',
  'Cikutra',
  'Babakan',
  'Kebon Kawung',
  'Pasundan',
  'Siliwangi',
  'Parahyangan',
  'Saluyu',
  'Mekar Sari',
  'Mekar Wangi',
  'Pajagalan',
  'Terusan',
  'Cibangkong',
  'Karang Tineung',
  'Sindang Sari',
  'Sindang Laya',
  'Rancabentang',
] as const
const ALLEYS = [
  'H. Sobari',
  'Mama Wiranta',
  'Pak Oyon',
  'Bapa Suhaya',
  'Nyi Endit',
  'Masjid',
  'Balong',
  'Sumur',
  'Madrasah',
  'Warung',
] as const
const ROMAN = ['', '', ' I', ' II', ' III', ' IV'] as const

/** An address of its RT: the same few streets and alleys for neighbours, numbers, letters, and some without any. */
export function drawAddress(random: Random, { kelurahan, rw, rt }: Neighbourhood): string {
  const place = Number(kelurahan.code.replaceAll('.', '')) * 31 + rw * 7 + rt
  const street = STREETS[(place + random.int(0, 1)) % STREETS.length] ?? STREETS[0]
  const alley = ALLEYS[(place + rt) % ALLEYS.length] ?? ALLEYS[0]
  const number = `${random.int(1, 180)}${random.chance(0.15) ? random.pick(['A', 'B', 'C']) : ''}`
  switch (random.weighted(KINDS)) {
    case 'street':
      return `JL. ${street} NO. ${number}`.toUpperCase()
    case 'alley':
      return `GG. ${alley}${random.pick(ROMAN)} NO. ${number}`.toUpperCase()
    case 'both':
      return `JL. ${street} GG. ${alley} NO ${number}`.toUpperCase()
    case 'block':
      return `KOMP. ${kelurahan.name} BLOK ${random.pick(['A', 'B', 'C', 'D'])} NO. ${number}`.toUpperCase()
    case 'no-number':
      return `GG. ${alley}${random.pick(ROMAN)}`.toUpperCase()
  }
}

const KINDS = [
  ['street', 35],
  ['alley', 38],
  ['both', 12],
  ['block', 8],
  ['no-number', 7],
] as const
