import type { Sex } from '../../../shared/population/nik.ts'
import type { Random } from './random.ts'

type Names = readonly [string, ...string[]]

const words = (text: string) => text.split(' ') as unknown as Names

// Common Sundanese and Indonesian given names, no list of real people.
const OLDER: Readonly<Record<Sex, Names>> = {
  L: words(
    'Asep Ujang Cecep Dadang Dedi Endang Engkos Entis Iwan Jajang Juju Kosasih Maman Nana Nandang Oman Otong Tatang Toto Uus Wawan Yayat Yaya Agus Ade Aep Atang Deden Encep Enjang Eman Hendi Herman Kurnia Odang Rahmat Rohman Sutisna Tarya Undang Usep Yusuf Slamet Suparman Sugiarto Bambang',
  ),
  P: words(
    'Euis Neneng Entin Iis Cucu Ai Imas Ita Kokom Lilis Mimin Nani Nining Nunung Rohaeti Rukmini Siti Sumiati Tati Teti Titin Tuti Wiwin Yani Yati Yayah Yeti Enok Eti Aminah Aisah Dedeh Eulis Ijah Ikah Juariah Maemunah Oneng Popong Romlah Sumarni Sri Suryati',
  ),
}
const YOUNGER: Readonly<Record<Sex, Names>> = {
  L: words(
    'Rizki Fajar Rian Dimas Aditya Bagus Galih Gilang Ilham Reza Yoga Yogi Fikri Farhan Raffa Alif Arkan Azka Daffa Fadhil Fahri Hafiz Ibrahim Kenzie Nizam Rafka Raka Rendi Ridwan Sandi Taufik Zidan Zaki Irfan Hilman Firman Egi Deni Andri Ramdan',
  ),
  P: words(
    'Siti Nur Putri Dewi Rina Rini Intan Citra Ayu Anisa Aulia Azzahra Cantika Dinda Elsa Fitri Gina Hana Indah Kania Keisha Laila Mega Nabila Nadia Naura Nisa Rahma Rani Resti Salma Shakila Silvi Syifa Tiara Tania Wulan Yulia Zahra Zaskia',
  ),
}
const SECOND: Readonly<Record<Sex, Names>> = {
  L: words(
    'Suryana Hidayat Kurniawan Saepudin Permana Gunawan Setiawan Supriatna Mulyana Rustandi Nugraha Ramdani Hermawan Firmansyah Maulana Wijaya Pratama Sopandi Suherman Komarudin Solihin Sobandi Rukmana Sudrajat Hamdani Kusnadi Sunarya Iskandar Abdullah Saputra',
  ),
  P: words(
    "Nurhayati Rohayati Sumarni Hasanah Lestari Wulandari Rahmawati Kartika Kurniasih Komariah Jubaedah Maryati Nurjanah Fatimah Mulyani Sulastri Handayani Permatasari Anggraeni Puspita Nuraeni Marlina Suhaeti Salamah Juhaeriah Ramadhani Oktaviani Khoirunnisa Ma'rifah Setiawati",
  ),
}
const ABBREVIATED: Names = ['Moch.', 'Muh.', 'Moh.', 'M.', 'Muhamad', 'Muhammad', 'R.', 'Achmad', 'Abd.']
const DEGREES: Names = [', S.Pd', ', S.E.', ', S.H.', ', A.Md', ', S.Kom', ', S.Ag']

/**
 * A name as people of this sex and age have in Bandung: one to three words, abbreviated forenames, hajj titles,
 * degrees, `bin` and `binti`. In capitals as in most lists, a few not.
 * @param father his name, for a child that may take part of it
 */
export function drawName(random: Random, sex: Sex, age: number, father?: string): string {
  const given = random.pick((age >= 35 ? OLDER : YOUNGER)[sex])
  const parts = [given]
  const surname = father?.split(' ').at(-1)
  const isSingle = age >= 50 && random.chance(0.35)
  if (!isSingle) parts.push(surname !== undefined && random.chance(0.2) ? surname : random.pick(SECOND[sex]))
  if (age < 35 && random.chance(0.2)) parts.splice(1, 0, random.pick(YOUNGER[sex]))
  if (sex === 'L' && random.chance(0.12)) parts.unshift(random.pick(ABBREVIATED))
  if (age >= 45 && random.chance(0.06)) parts.unshift(sex === 'L' ? 'H.' : 'Hj.')
  if (random.chance(0.04)) parts.push(sex === 'L' ? 'bin' : 'binti', random.pick(OLDER.L))
  const degree = age >= 24 && random.chance(0.02) ? random.pick(DEGREES) : ''
  const name = parts.join(' ') + degree
  return random.chance(0.95) ? name.toUpperCase() : name
}
