"""The analyst's view: what is asked for and who seeks it, area by area, group by group, month by month."""
