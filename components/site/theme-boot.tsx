// One constant text, so the Content-Security-Policy can allow it by its hash. It must run before the first paint.
const BOOT = `try{let t=localStorage.getItem("theme");if(t=="dark"||t=="light")document.documentElement.dataset.theme=t}catch{}`

/** Applies the theme a reader chose earlier. Goes into <head>. */
export function ThemeBoot() {
  return <script dangerouslySetInnerHTML={{ __html: BOOT }} />
}
