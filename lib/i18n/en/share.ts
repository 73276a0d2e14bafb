/** Words of the share dialog and of shared views. */
export const share = {
  title: "Share",
}
