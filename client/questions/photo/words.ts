import { defineWords } from '../../ui/language/define-words.ts'

export const photoWords = defineWords({
  take: { id: 'Ambil foto', en: 'Take a photo' },
  retake: { id: 'Foto ulang', en: 'Retake' },
  choose: { id: 'Dari galeri', en: 'From gallery' },
  delete: { id: 'Hapus foto', en: 'Delete photo' },
  deleteWhich: {
    id: (label: string) => `Hapus foto ${label}?`,
    en: (label) => `Delete the photo “${label}”?`,
  },
  deleteText: {
    id: 'Foto ini dihapus dari ponsel dan tidak dapat dikembalikan.',
    en: 'It is deleted from this phone and cannot be brought back.',
  },
  cancel: { id: 'Batal', en: 'Cancel' },
  enlarge: { id: (label: string) => `Perbesar foto ${label}`, en: (label) => `Enlarge the photo “${label}”` },
  takenAt: { id: (when: string) => `Diambil ${when}`, en: (when) => `Taken ${when}` },
  notHere: { id: 'Foto ini tidak ada di ponsel ini', en: 'This photo is not on this phone' },
  failed: { id: 'Foto belum tersimpan', en: 'The photo was not kept' },
  same: {
    id: (label: string) => `Foto ini sudah dipakai untuk ${label}. Pilih foto lain.`,
    en: (label) => `This photo is already used for “${label}”. Choose another one.`,
  },
  openingCamera: { id: 'Membuka kamera …', en: 'Opening the camera …' },
  keeping: { id: 'Mengecilkan dan menyimpan foto …', en: 'Shrinking and keeping the photo …' },
  deleting: { id: 'Menghapus foto …', en: 'Deleting the photo …' },
  kept: { id: 'Foto tersimpan di ponsel ini', en: 'The photo is kept on this phone' },
  deleted: { id: 'Foto dihapus', en: 'The photo was deleted' },
  camera: { id: (label: string) => `Kamera: ${label}`, en: (label) => `Camera: ${label}` },
  shutter: { id: 'Ambil foto', en: 'Take the photo' },
  switchCamera: { id: 'Ganti kamera', en: 'Switch camera' },
  use: { id: 'Pakai', en: 'Use it' },
  again: { id: 'Ulangi', en: 'Again' },
  isItSharp: { id: 'Jelas dan terbaca?', en: 'Sharp and readable?' },
  close: { id: 'Tutup', en: 'Close' },
})
