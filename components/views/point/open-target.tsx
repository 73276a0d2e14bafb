"use client"

import { useEffect } from "react"

/** Opens the evidence of the commitment that the address ends with ("#17c"): who asks for it need not press once more. */
export function OpenTarget() {
  useEffect(() => {
    const open = () => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      row?.nextElementSibling?.querySelector("details")?.setAttribute("open", "")
    }
    open()
    addEventListener("hashchange", open)
    return () => removeEventListener("hashchange", open)
  }, [])
  return null
}
