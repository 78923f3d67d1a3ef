import { defineWords } from '../../ui/language/define-words.ts'
import { counted } from '../../ui/language/counted.ts'

/** Neutral: who looks over a shoulder learns that there are visits to make, and not why. */
export const confidentialListWords = defineWords({
  title: { id: 'Permintaan kunjungan', en: 'Visit requests' },
  subtitle: {
    id: 'Di wilayah Anda. Alasannya tidak dicatat di sini.',
    en: 'In your areas. Reasons are not recorded here.',
  },
  open: { id: 'Belum dikunjungi', en: 'Not visited' },
  done: { id: 'Sudah dikunjungi', en: 'Visited' },
  wholeHousehold: { id: 'Seluruh rumah tangga', en: 'The whole household' },
  oneMember: { id: 'Satu anggota', en: 'One member' },
  nameless: { id: 'Nama belum diketahui', en: 'Name not known yet' },
  noAddress: { id: 'Alamat belum diketahui', en: 'Address not known yet' },
  asked: { id: (when: string) => `Diminta ${when}`, en: (when) => `Asked ${when}` },
  visited: { id: (when: string) => `Dikunjungi ${when}`, en: (when) => `Visited ${when}` },
  markDone: { id: 'Sudah dikunjungi', en: 'Visited' },
  markOpen: { id: 'Belum jadi dikunjungi', en: 'Not visited after all' },
  wasDone: { id: 'Ditandai sudah dikunjungi', en: 'Marked as visited' },
  wasOpened: { id: 'Ditandai belum dikunjungi', en: 'Marked as not visited' },
  undo: { id: 'Urungkan', en: 'Undo' },
  refresh: { id: 'Muat ulang', en: 'Refresh' },
  nothingOpen: { id: 'Tidak ada yang menunggu', en: 'Nothing is waiting' },
  nothing: { id: 'Belum ada permintaan', en: 'No requests yet' },
  nothingText: {
    id: 'Permintaan dari pendata di wilayah Anda akan muncul di sini.',
    en: 'Requests of the enumerators in your areas will appear here.',
  },
  noAreas: { id: 'Akun ini belum memegang wilayah', en: 'This account holds no area yet' },
  noAreasText: {
    id: 'Minta admin kota memberi Anda wilayah di layar Penugasan.',
    en: 'Ask the city admin to give you areas on the screen Assignments.',
  },
  unreadable: {
    id: (count: string) => `${count} permintaan tidak dapat dibuka`,
    en: (count) => counted(count, 'request cannot be opened', 'requests cannot be opened'),
  },
  unreadableText: {
    id: 'Tersimpan di server, tetapi rusak atau disegel untuk kunci lain. Beri tahu pengelola server.',
    en: 'They are kept on the server, but damaged or sealed to another key. Tell who runs the server.',
  },
})
