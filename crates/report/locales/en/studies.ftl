### Studies: what all kinds of study say alike.

## The frame of a page

# title: what the scenario calls itself; kind: the kind of study.
studies-heading = { $title }: { $kind }
studies-facts = { $points } points · { $arms } · { $replicates } × { $families } families in each · { $weeks } weeks from referral
studies-arms = { $arms ->
    [one] { $arms } arm
   *[other] { $arms } arms
}
studies-again-note = The same command with the same version gives the same tables, bit for bit, whatever the number of threads. scenario.toml in this folder holds everything: scenario, programmes and study.
studies-common-method = All points simulate the same families with the same life events and the same other random numbers. Differences between points and between arms are taken replicate by replicate, so that they show the assumption or the design and not the luck of the draw.

## What the intervals hold

studies-intervals = Unless said otherwise, 95% intervals hold the chance of the simulation alone ({ $replicates } replicates of { $families } families), not what is unknown about the model.
studies-intervals-none = There are no intervals, because one replicate cannot tell chance from difference. Run again with more replicates.

## Outcomes with their unit and week

studies-placed-families = families placed by week { $week }
studies-placed-children = children placed by week { $week }
studies-outcome-of = { $name } ({ $of })
studies-outcome-in-week = { $name } in week { $week }
studies-outcome-by-week = { $name } by week { $week }
studies-outcome-by-week-of = { $name } by week { $week }, of { $of }

## Units and differences

studies-axis-less = { $outcome }, less { $reference }
studies-percentage-points = percentage points
studies-points = points
studies-share = share
studies-nok = NOK
studies-nok-per-family = NOK per family
# Thousands of kroner in a narrow cell.
studies-thousands = { $number }k
studies-difference = { $value } (95% interval { $ends })

## Values of parameters

# Units stand in the tables in English alone; the others leave them out.
studies-value-with-unit = { $value } { $unit }
studies-interval = 95% interval { $lower } to { $upper }
studies-interval-from = 95% interval from { $lower } to beyond the range
studies-interval-to = 95% interval from below the range to { $upper }

## Fields

# What parameters mean stands in the tables in English alone; the others leave it out.
studies-parameter = { $key } ({ $meaning })
# whole: an arm, or the population.
studies-field-of = { $whole }: { $field }
studies-population = population
studies-field-arena = arena
studies-field-first_arena = arena of the first visits
studies-field-first_visits = visits in the first arena
studies-field-visits_per_week = visits per week
studies-field-visit_minutes = minutes per visit
studies-field-duration_weeks = duration, weeks
studies-field-max_weeks = latest end, weeks
studies-field-profession = profession
studies-field-training = training
studies-field-supervision = supervision
studies-field-team = team
studies-field-caseload = families per helper
studies-field-phone = phone
studies-field-flexibility = flexibility
studies-field-codesign = say in goals and plan
studies-field-codesign_weeks = first weeks of full say
studies-field-control = control function
studies-field-wait_weeks = wait, weeks
studies-field-min_attendance = attendance that completion needs
studies-field-max_missed = missed visits that end it
studies-field-uptake = acceptance
studies-field-recruiter_training = training of those who refer
studies-field-staff_turnover = helper replacements per year
studies-field-adversity_mean = mean adversity
studies-field-adversity_sd = spread of adversity
studies-field-referral_concern = concern at referral

## Values of fields

studies-value-home = home
studies-value-office = office
studies-value-residential = residential
studies-value-health_clinic = health clinic
studies-value-digital = digital
studies-value-nurse = nurse
studies-value-midwife = midwife
studies-value-family_therapist = family therapist
studies-value-psychologist = psychologist
studies-value-social_worker = social worker
studies-value-child_welfare_worker = child welfare worker
studies-value-paraprofessional = paraprofessional
studies-value-none = none
studies-value-duty_to_report = duty to report
studies-value-child_welfare_voluntary = voluntary, child welfare
studies-value-implicit_threat = implicit threat
studies-value-court_ordered = court-ordered
studies-value-true = yes
studies-value-false = no

## Mechanisms

# As in data/switches.csv.
studies-mechanism-intrusion = intrusion of the first visits
studies-mechanism-stigma = shame of the place
studies-mechanism-parity = parity on home ground
studies-mechanism-practice_transfer = practice where it is used
studies-mechanism-surveillance = sight through help
studies-mechanism-coercion = felt coercion
studies-mechanism-rupture = ruptures of the alliance
studies-mechanism-overload = overload of helpers
studies-mechanism-cumulative_bend = the bend beyond three risks
studies-mechanism-fade_out = the return to the set-point
studies-mechanism-cooperation = cooperation that averts placement
studies-mechanism-reluctant_concern = concern let go slowly
studies-mechanism-held_by_control = control that holds families
