// What hangs on the pointer while rows are dragged: the name, and how many there are.
import styles from './drag-image.module.css'

/** Gives the browser a picture of what is dragged; it is taken at once, so the element goes right after. */
export function drawDragImage(transfer: DataTransfer, name: string, count: number): void {
  const card = document.createElement('div')
  card.className = styles.card ?? ''
  const text = document.createElement('bdi')
  text.textContent = name
  card.append(text)
  if (count > 1) {
    const number = document.createElement('span')
    number.textContent = String(count)
    card.append(number)
  }
  document.body.append(card)
  transfer.setDragImage(card, 12, 16)
  setTimeout(() => card.remove())
}
