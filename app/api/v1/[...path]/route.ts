import { handleApi } from "@/lib/web/api/handle"

export const dynamic = "force-dynamic"
export { handleApi as DELETE, handleApi as GET, handleApi as OPTIONS, handleApi as PATCH, handleApi as POST }
