-- Links: a password, what may vary, what may be taken away, who may embed, the digest of a frozen answer, and counts.
-- AlterTable
ALTER TABLE "Share" ADD COLUMN     "digest" TEXT,
ADD COLUMN     "chart" TEXT,
ADD COLUMN     "downloads" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "free" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "language" TEXT,
ADD COLUMN     "passwordHash" TEXT,
ADD COLUMN     "passwordNumber" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sites" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "ShareCount" (
    "shareId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ShareCount_pkey" PRIMARY KEY ("shareId","day","kind")
);

-- CreateTable
CREATE TABLE "ShareSite" (
    "shareId" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "lastOn" DATE NOT NULL,

    CONSTRAINT "ShareSite_pkey" PRIMARY KEY ("shareId","site")
);

-- CreateIndex
CREATE INDEX "Share_digest_idx" ON "Share"("digest");

-- What must always be true of them.
ALTER TABLE "ShareCount" ADD CONSTRAINT known_kind CHECK (kind IN ('person', 'preview', 'embed'));
ALTER TABLE "Share"
  ADD CONSTRAINT digest_of_frozen CHECK (digest IS NULL OR (known IS NOT NULL AND digest ~ '^[0-9a-f]{64}$')),
  ADD CONSTRAINT known_language CHECK (language IN ('en', 'ur'));
