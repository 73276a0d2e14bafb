/** Words of the sign-in page. */
export const signIn = {
  title: "Editors’ sign-in",
}
