/** Words of the page of changes and corrections. */
export const changes = { title: "Changes", lede: "What was published, when and why" }
