-- Who wants the daily mail, and one reminder of each kind for each assignment.
-- AlterTable
ALTER TABLE "User" ADD COLUMN     "mail" BOOLEAN NOT NULL DEFAULT true;

-- Several instances may look for due re-checks at once: a reminder is told once, ever.
CREATE UNIQUE INDEX one_reminder ON "Notice" (subject, kind) WHERE kind IN ('recheck-due', 'recheck-missed');
