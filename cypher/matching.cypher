// name: direct_matches(profile, reachable, year, constants, generic, count)
// The best ads among `reachable` for a profile, scored as graph/scoring.py does: parts, shrinkage, stand-ins, neutral halves.
MATCH (p:Profile {id: $profile})
UNWIND $reachable AS id
MATCH (a:Posting {id: id})
CALL (a) {
  OPTIONAL MATCH (a)-[r:ASKS]->(t:Skill) WHERE NOT t.gone
  WITH t, CASE r.importance WHEN 'must' THEN 1.0 WHEN 'nice' THEN $constants.nice ELSE $constants.mentioned END AS importance
  WHERE t IS NOT NULL
  WITH t, importance, CASE WHEN $generic[t.uri] < t.idf THEN $generic[t.uri] ELSE t.idf END AS specificity
  RETURN collect({skill: t, weight: importance * specificity, personal: t.personal}) AS read
}
WITH p, a, read, size([one IN read WHERE NOT one.personal]) AS professional
CALL (a, professional) {
  MATCH (a)-[f:FOR]->(o:Occupation) WHERE NOT o.gone AND professional < $constants.stand_in_below
  WITH a, professional, o ORDER BY f.rank LIMIT 1
  MATCH (o)-[:REQUIRES {importance: 'essential'}]->(t:Skill)
  WHERE NOT t.personal AND NOT EXISTS { (a)-[:ASKS|EXCLUDES]->(t) }
  WITH DISTINCT professional, t, CASE WHEN $generic[t.uri] < t.idf THEN $generic[t.uri] ELSE t.idf END AS specificity
  ORDER BY specificity DESC, t.row
  RETURN collect({skill: t, weight: $constants.stand_in_weight * specificity, personal: false}) AS open
}
WITH p, a, read + open[..$constants.stand_in_up_to - professional] AS asked
UNWIND (CASE WHEN asked = [] THEN [{skill: null, weight: 0.0, personal: false}] ELSE asked END) AS one
WITH p, one.skill AS t, collect({ad: a, weight: one.weight, personal: one.personal}) AS asks
CALL (p, t) {
  WITH p, t WHERE t IS NOT NULL AND NOT EXISTS { (p)-[:LACKS]->(t) }
  CALL (p, t) {
    MATCH (p)-[h:HAS_SKILL]->(t) RETURN h.strength AS reached
    UNION ALL
    MATCH (t)<-[n:NEAR]-(s:Skill)
    MATCH (p)-[h:HAS_SKILL]->(s) RETURN h.strength * n.proximity AS reached
  }
  RETURN coalesce(max(reached), 0.0) AS covered
}
UNWIND asks AS ask
WITH p, ask.ad AS a, ask.personal AS personal, ask.weight AS weight, covered
WITH p, a,
  sum(CASE WHEN personal THEN 0.0 ELSE weight END) AS wanted,
  sum(CASE WHEN personal THEN 0.0 ELSE weight * covered END) AS met,
  sum(CASE WHEN personal THEN weight ELSE 0.0 END) AS wanted_personal,
  sum(CASE WHEN NOT personal THEN 0.0
           WHEN covered > $constants.neutral THEN weight * covered
           ELSE weight * $constants.neutral END) AS met_personal
CALL (p, a) {
  MATCH (a)-[:FOR]->(o:Occupation) WHERE NOT o.gone
  OPTIONAL MATCH (p)-[h:HELD]->(held:Occupation) WHERE NOT held.gone
  OPTIONAL MATCH (held)-[m:MOVES_TO]->(o)
  WITH held, o, m, h, CASE
      WHEN h.current THEN 1.0
      WHEN h.until IS NULL THEN $constants.recency_unknown
      WHEN $year - h.until <= $constants.recency_years THEN 1.0
      ELSE 1.0 - $constants.recency_per_year * ($year - h.until - $constants.recency_years) END AS counted
  WITH held, CASE
      WHEN held IS NULL THEN $constants.neutral
      WHEN held = o THEN 1.0
      ELSE coalesce(m.feasibility, 0.0) END AS move,
    CASE WHEN held IS NULL THEN 1.0 WHEN counted < $constants.recency_floor THEN $constants.recency_floor ELSE counted END AS counted
  RETURN max(move * counted) AS occupation
}
WITH a, wanted, met, wanted_personal, met_personal, occupation,
  (CASE WHEN wanted > 0 THEN $constants.professional ELSE 0.0 END) AS professional_share,
  (CASE WHEN wanted_personal > 0 THEN $constants.personal ELSE 0.0 END) AS personal_share,
  (CASE WHEN occupation IS NULL THEN 0.0 ELSE $constants.occupation END) AS occupation_share
WITH a, professional_share + personal_share + occupation_share AS shares,
  CASE WHEN wanted > 0 THEN professional_share * met / (wanted + $constants.shrinkage) ELSE 0.0 END AS professional,
  CASE WHEN wanted_personal > 0 THEN personal_share * met_personal / wanted_personal ELSE 0.0 END AS personal,
  occupation_share * coalesce(occupation, 0.0) AS of_occupation
WITH a.id AS id, CASE WHEN shares > 0 THEN (professional + personal + of_occupation) / shares ELSE 0.0 END AS score
RETURN id, score ORDER BY score DESC, id LIMIT $count
