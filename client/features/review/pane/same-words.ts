import { defineWords } from '../../../ui/language/define-words.ts'

export const sameWords = defineWords({
  give: { id: 'Sama dengan rumah tangga lain…', en: 'The same as another household…' },
  title: { id: 'Sama dengan rumah tangga mana?', en: 'The same as which household?' },
  text: {
    id: 'Data kedua rumah tangga tetap masing-masing. Di ponsel pendata, rumah tangga ini menunjuk ke yang Anda pilih.',
    en: 'Both households keep their own data. On the enumerators’ phones this one points to the one you choose.',
  },
  search: { id: 'Nama, alamat, NIK, atau KK', en: 'Name, address, NIK or KK' },
  searchLonger: { id: 'Ketik sedikitnya 3 huruf.', en: 'Type at least 3 letters.' },
  nothingFound: { id: 'Tidak ditemukan di wilayah Anda.', en: 'Not found in your areas.' },
  more: { id: 'Masih ada yang lain. Ketik lebih lengkap.', en: 'There are others. Type more.' },
  found: { id: 'Rumah tangga', en: 'Household' },
  nameless: { id: 'Tanpa nama', en: 'No name' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tulis alasannya', en: 'Write the reason' },
  choiceMissing: { id: 'Pilih satu rumah tangga', en: 'Choose one household' },
  tooMany: {
    id: (most: string) => `Paling banyak ${most} rumah tangga dapat dinyatakan sama.`,
    en: (most) => `At most ${most} households can be said to be the same.`,
  },
  cancel: { id: 'Batal', en: 'Cancel' },
  join: { id: 'Nyatakan sama', en: 'Say it is the same' },
  undoTitle: { id: 'Bukan rumah tangga yang sama?', en: 'Not the same household?' },
  undoText: {
    id: 'Kedua rumah tangga berdiri sendiri lagi, juga di ponsel pendata.',
    en: 'Both households stand for themselves again, on the enumerators’ phones too.',
  },
  undo: { id: 'Urungkan', en: 'Undo' },
  undoAsk: { id: 'Urungkan…', en: 'Undo…' },
  sameAs: { id: (name: string) => `Sama dengan ${name}`, en: (name) => `The same as ${name}` },
  alsoListed: { id: 'Tercatat juga sebagai', en: 'Also recorded as' },
})
