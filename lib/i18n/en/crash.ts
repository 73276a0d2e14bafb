/** Words of the error page. A file of its own, because the error page carries it to the browser. */
export const crash = {
  title: "This page could not be shown",
  text: "The fault is ours and has been noted. Nothing you typed was sent.",
  retry: "Try again",
  home: "Go to the overview",
  reference: "Reference",
}
