/** Words of the method page. */
export const method = {
  title: "Method",
}
