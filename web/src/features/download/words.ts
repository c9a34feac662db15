// Texts of saving pictures.
import { addWords } from '@/shared/i18n/words'

export const { useWords } = addWords('download', {
  title_one: 'Download picture',
  title_other: 'Download {{count}} pictures',
  title_many: 'Download all pictures',
  close: 'Close',
  cancel: 'Cancel',
  act: 'Download',
  format: 'Format',
  original: 'Original',
  original_words: 'The file as it was made, byte for byte',
  png: 'PNG',
  png_words: 'Nothing is lost; large',
  jpeg: 'JPEG',
  jpeg_words: 'Small, opens anywhere',
  webp: 'WebP',
  webp_words: 'Smallest at the same quality',
  metadata: 'Write how it was made into the file',
  metadata_words: 'Prompt, model, seed and settings; other programs read them too.',
  metadata_clean: 'Nothing about how it was made is in the file.',
  metadata_original: 'The original file stays as it was made, with what its model wrote into it.',
  zip: 'They come in one zip file, named by number and prompt.',
})
