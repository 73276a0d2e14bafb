-- Links may open the screens that came after the first ones.
ALTER TABLE "Share"
  DROP CONSTRAINT known_screen,
  ADD CONSTRAINT known_screen CHECK (
    screen IN ('overview', 'points', 'point', 'method', 'compare', 'outcomes', 'momentum'));
