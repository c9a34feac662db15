// Interface texts: each feature brings its own words under a name and gets typed access to them.
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
})

type Plural = '_one' | '_other'
type WordKey<Words> = keyof Words extends infer Key
  ? Key extends `${infer Stem}${Plural}`
    ? Stem
    : Key extends string
      ? Key
      : never
  : never

/** Says the text of a key; `values` fill {{gaps}}, `count` picks `key_one` or `key_other`. */
export type Say<Words> = (key: WordKey<Words>, values?: Record<string, unknown>) => string

/** Adds a feature's words; `say` is for code, `useWords` for components (drawn anew in another language). */
export function addWords<const Words extends Record<string, string>>(name: string, words: Words) {
  i18next.addResourceBundle('en', name, words)
  const say: Say<Words> = (key, values) => i18next.t(key as string, { ns: name, ...values })
  // biome-ignore lint/correctness/noComponentHookFactories: called once per feature, when its file is loaded
  function useWords(): Say<Words> {
    const { t } = useTranslation(name)
    return t as unknown as Say<Words>
  }
  return { say, useWords }
}
