/** Loads a page of this site afresh, so that it shows what has just been saved. */
export function goTo(href: string): void {
  window.location.assign(href)
}
