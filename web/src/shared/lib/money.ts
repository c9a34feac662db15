// Amounts of money as a person reads them.

/** Small amounts keep two meaning digits: “$0.003”, “$0.12”, “€2.00”. */
export function money(amount: number, currency: string, locale = 'en-GB'): string {
  const digits = amount > 0 && amount < 0.1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 2 }
  try {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const
    return new Intl.NumberFormat(locale, { ...style, ...digits }).format(amount)
  } catch {
    return `${amount} ${currency}`
  }
}
