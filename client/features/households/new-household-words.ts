import { defineWords } from '../../ui/language/define-words.ts'

/** Apart from the list's: its form comes later. */
export const newHouseholdWords = defineWords({
  newTitle: { id: 'Rumah baru', en: 'New household' },
  newHint: {
    id: 'Untuk rumah yang tidak ada di daftar. Cari dulu namanya supaya tidak tercatat dua kali.',
    en: 'For a household that is not on the list. Search its name first, so that it is not recorded twice.',
  },
  kelurahan: { id: 'Kelurahan', en: 'Subdistrict' },
  rwLabel: { id: 'RW', en: 'RW' },
  rtLabel: { id: 'RT', en: 'RT' },
  numberHint: { id: 'Tulis 0 bila tidak tahu', en: 'Write 0 where not known' },
  address: { id: 'Alamat', en: 'Address' },
  addressHint: {
    id: 'Jalan atau gang dan nomor rumah; patokan bila tanpa nomor',
    en: 'Street or alley and number; a landmark where there is none',
  },
  missing: { id: 'Belum diisi', en: 'Not answered yet' },
  numberWrong: { id: 'Tulis 1 sampai 3 angka, misalnya 5', en: 'Write 1 to 3 digits, for example 5' },
  errors: { id: 'Lengkapi dulu', en: 'Fill these in first' },
  create: { id: 'Mulai survei', en: 'Begin the survey' },
  noAreas: { id: 'Anda belum punya wilayah tugas', en: 'You have no area yet' },
  sameAddress: { id: 'Alamat ini sudah ada di daftar', en: 'This address is on the list already' },
  look: { id: 'Lihat', en: 'View' },
  more: {
    id: (count: string) => `dan ${count} rumah lain`,
    en: (count) => `and ${count} more`,
  },
})
