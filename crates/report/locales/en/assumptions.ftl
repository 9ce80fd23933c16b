### The assumptions behind a run.

## Name, question, intervals

assumptions-name = assumptions
assumptions-asked = What does the difference between { $arms } in { $outcome } lean on, and what would be worth knowing better?
assumptions-intervals = 95% intervals of shares hold the choice of points, found by resampling them; those of differences hold the chance of the simulation ({ $replicates } replicates of { $families } families).

assumptions-heading = Every assumption
assumptions-intro = The numbers behind these results, with how well each is known. The tables of the model are shown whole, so not every row has a part in this run. Most sizes are not measured: look at the grades before trusting a small difference.
assumptions-grades = Grades
assumptions-grade-meaning = meaning
assumptions-grade-a = pooled estimate of a systematic review or meta-analysis
assumptions-grade-b = one trial, cohort or official statistic
assumptions-grade-c = the sources report the direction, the size is ours
assumptions-grade-d = our assumption
assumptions-parameters-of-grade = parameters
assumptions-constants-of-grade = fixed numbers in formulas
assumptions-in-this-run = in this run
assumptions-used = used
assumptions-not-used = not used in this run
assumptions-changed = What this scenario changed
assumptions-nothing-changed = The scenario keeps every parameter at its default.
assumptions-drawn-note = Parameters were drawn anew for every draw; where the scenario names no range, as is said above.
assumptions-default-of-reading = default (reading { $reading })
assumptions-centre = centre of the prior
assumptions-defaults-note = The default of a parameter is its value in the central draw of this reading; the centre of the prior is our best guess before calibration, and the range is what we hold plausible.
assumptions-whole-scenario = all arms
assumptions-where-it-holds = holds in
assumptions-population = Families
assumptions-field = field
assumptions-programmes = The arms, field by field
assumptions-note = stated or assumed
assumptions-no-helper-measure = No helper measure: families are followed without one.
assumptions-why-here = Why it is here:
assumptions-all-parameters = All parameters of the model
assumptions-other-tables = Other tables of the model
assumptions-tables-language = Keys, sources and meanings stand as in the model's own tables.
assumptions-arenas = Arenas
assumptions-professions = Professions
assumptions-controls = Control functions
assumptions-components = Components
assumptions-catalogue = Risk and protective factors
assumptions-populations = Populations
assumptions-costs = Prices
assumptions-constants = Fixed numbers inside the formulas

assumptions-stated = stated: { $note }
assumptions-assumed = assumed: { $note }
assumptions-yes = yes
assumptions-no = no
assumptions-visits-a-week = { $rate } visits a week from week { $week }
