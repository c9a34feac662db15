// What a press of Generate will make and cost.
import type { Model } from '@/shared/api/types'
import { money } from '@/shared/lib/money'

export interface Estimate {
  images: number
  /** Amounts by currency, without the free ones. */
  costs: Map<string, number>
  /** Whether nobody can say what some of the models cost. */
  unknown: boolean
}

/** The count of images and their cost for the chosen models. */
export function estimate(models: Pick<Model, 'price'>[], imagesPerModel: number): Estimate {
  const costs = new Map<string, number>()
  for (const { price } of models) {
    if (price.amount > 0) {
      costs.set(price.currency, (costs.get(price.currency) ?? 0) + price.amount * imagesPerModel)
    }
  }
  return { images: models.length * imagesPerModel, costs, unknown: models.some(({ price }) => !price.known) }
}

/** “≈ $0.12”, “≈ $0.12 + €0.04 + price unknown”, or null when it is free; `unsaid` is the word for an unknown one. */
export function costWords({ costs, unknown }: Estimate, unsaid: string): string | null {
  const known = [...costs].map(([currency, amount]) => money(amount, currency)).join(' + ')
  if (!unknown) return known ? `≈ ${known}` : null
  return known ? `≈ ${known} + ${unsaid}` : unsaid
}
