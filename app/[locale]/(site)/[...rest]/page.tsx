import { notFound } from "next/navigation"

/** Every address under a language that no screen claims, so that the not-found page has the site around it. */
export default function Unclaimed() {
  notFound()
}
