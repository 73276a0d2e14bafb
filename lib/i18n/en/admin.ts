/** Words of the editors’ screens. */
export const admin = {
  title: "Editing",
}
