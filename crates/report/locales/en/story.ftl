### The story of one family, in text and as a figure.

## Headings and what stands around the story

story-title = The story of family { $family }
story-about-run = From the scenario "{ $title }", replicate { $replicate }, parameter draw { $draw }. The same family lives through { $arms } arms: the same start, the same luck, another service. States run from 0 to 1; weeks count from referral.
story-family-heading = The family
story-life-heading = What life brings, whoever helps
story-comparison-heading = Side by side
story-figure = Figure: { $files }
story-one-family = This is one simulated family: a story of the model, not a prediction for anyone.

## The family at referral

story-family = Family { $family } has { $children ->
    [1] one child, { story-age }.
   *[other] { story-children }; the one the model follows is { story-age }.
}
story-children = { $children ->
    [1] one child
    [2] two children
    [3] three children
    [4] four children
   *[other] { $children } children
}
story-age = { $age ->
    [0] less than a year old
    [1] one year old
   *[other] { $age } years old
}
story-adversity = Of 100 families in the general population, about { $harder } have it easier.
story-strains = Strains ({ $count } of { $all }): { $count ->
    [0] none
   *[other] { $names }
}.
story-supports = Supports ({ $count } of { $all }): { $count ->
    [0] none
   *[other] { $names }
}.
story-way-to-office = The way to an office is { $travel ->
    [low] short
    [middle] of middling length
   *[high] long
} for them, and being seen there would be { $shame ->
    [low] no great matter
    [middle] uncomfortable
   *[high] hard to bear
}.
story-at-referral = At referral: caregiving capacity { $capacity }, trust in services { $trust }, wellbeing of the child { $wellbeing }. Of the danger that no list of factors explains they have more than about { $danger } of 100 families; nobody sees that part directly.

## Factors

story-factor-child_behaviour = difficult behaviour of the child
story-factor-child_special_needs = special needs of the child
story-factor-parental_mental_illness = mental illness of a parent
story-factor-parental_substance_misuse = substance misuse of a parent
story-factor-domestic_violence = violence at home
story-factor-parental_conflict = conflict between the parents
story-factor-limited_parenting_skills = limited parenting skills
story-factor-parental_cognitive_difficulties = cognitive difficulties of a parent
story-factor-single_or_young_caregiver = a single or very young caregiver
story-factor-weak_social_network = a weak social network
story-factor-school_strain = trouble at school
story-factor-unemployment = unemployment
story-factor-low_income = low income
story-factor-poor_housing = poor housing
story-factor-caregiver_adversity = a hard childhood of the caregiver
story-factor-minority_stress = minority stress
story-factor-significant_adult = another adult the child can count on
story-factor-leisure_activity = a leisure activity
story-factor-supportive_network = a supportive network
story-factor-daycare_or_school = a day care or school that works
story-factor-reflective_capacity = a caregiver who sees the child's side
story-factor-easy_temperament = a child with an easy temperament
story-factor-economic_stability = a stable economy
story-factor-coparent_cooperation = parents who cooperate

## Life events

story-no-life-events = No life event strikes this family during follow-up.
story-life-events = The same life events strike in every arm: { $events }.
story-life-event-in-week = week { $week }: { story-life-event }
story-own-life-events = This arm sets the parameters of life events, so its life events are its own.
story-life-event = { $size ->
    [small] a small blow
    [hard] a hard blow
   *[heavy] a heavy blow
}

## The offer of an arm

story-offer = The offer: { $profession } meets the family { $place }, { $rate }, { $minutes } minutes each time, for { $weeks } weeks, { $control }.
story-nothing-offered = Nothing is offered; the family manages alone.
story-beside-programme = Beside it: { $measures }.
story-no-helper-but = No helper, but: { $measures }.
story-not-followed-up = { $measure } (not followed up)
story-checks = checks (unannounced visits, drug tests)
story-intake = The service has { $helpers } helpers; this family comes in week { $week } of an intake of { $weeks } weeks.

story-place-changes = first { $first }, then { $then }
story-arena-home = at home
story-arena-office = at the office
story-arena-residential = in a residential unit
story-arena-health_clinic = at the health clinic
story-arena-digital = on a screen

story-profession-nurse = a nurse
story-profession-midwife = a midwife
story-profession-family_therapist = a family therapist
story-profession-psychologist = a psychologist
story-profession-social_worker = a social worker
story-profession-child_welfare_worker = a child welfare worker
story-profession-paraprofessional = a helper without a profession

story-control-none = without any power over the family
story-control-duty_to_report = with a duty to report
story-control-child_welfare_voluntary = as a voluntary measure of child welfare
story-control-implicit_threat = under an unspoken threat
story-control-court_ordered = by order, not by choice

story-compensating-respite = a respite home
story-compensating-support_contact = a support contact
story-compensating-leisure = support for leisure
story-compensating-financial = financial support

story-rate-by-need = as often as the need says
story-rate-from-week = { $rate } from week { $week }
story-rate-none = no visits
story-rate-weekly = weekly
story-rate-every-other-week = every other week
story-rate-every-weeks = every { $weeks } weeks
story-rate-times-a-week = { $times } times a week

## Month by month

story-referral = Referral
story-month = Month { $month }
story-end = The end
story-week = Week { $week }: { $events }.
story-weeks = Weeks { $first }–{ $last }: { $events }.
story-duration = { $weeks ->
    [1] one week
   *[other] { $weeks } weeks
}

## What happens

story-declines = They say no.
story-accepts = They say yes.
story-starts = { $waited ->
    [0] the measure starts at once
    [1] after one week of waiting the measure starts
   *[other] after { $waited } weeks of waiting the measure starts
}
story-starts-alliance = { story-starts } (alliance { $alliance })
story-completes = the measure is completed: { story-visits-of-measure }, caregiving capacity { $capacity }
story-drops-out = the family leaves the measure: { story-visits-of-measure }
story-terminated = the service ends the measure after { $missed } missed visits in a row: { story-visits-of-measure }
story-expires = time runs out before the measure is completed: { story-visits-of-measure }, caregiving capacity { $capacity }
story-placement-ends-measure = the placement ends the measure
story-leaves-queue = they lose their place in the queue
story-strain-comes = a new strain, { $factor }
story-strain-goes = a strain lifts, { $factor }
story-support-comes = a new support, { $factor }
story-support-goes = a support is lost, { $factor }
story-life-event-stress = { story-life-event } (stress { $stress })
story-colleague-comes = the helper is away and a colleague comes instead
story-nobody-comes = the helper is away and nobody comes
story-new-helper = the helper leaves and another takes over
story-new-helper-alliance = { story-new-helper } (alliance { $alliance })
story-breaks = something breaks between family and helper (alliance { $alliance })
story-mends = the break is mended after { story-duration }
story-placed = { $children ->
    [1] one child is placed in care
   *[other] { story-children } are placed in care
}
story-placed-danger = { story-placed } (danger { $danger }, concern of the service { $concern })
story-reunified = home again after { story-duration } in care

## Visits

story-visits-of-measure = { $planned ->
    [0] no visit was ever held
   *[other] { $attended } of { $planned } visits kept
}
story-visits-all-missed = { $planned ->
    [1] one visit, missed
    [2] both visits missed
   *[other] all { $planned } visits missed
}
story-visits-all-kept = { $planned ->
    [1] one visit, kept
    [2] both visits kept
   *[other] all { $planned } visits kept
}
story-visits-some-kept = { $attended } of { $planned } visits kept

## The end of follow-up

story-ends = After { $horizon } weeks { $placement ->
    [home] everyone lives at home, and has all along
    [placed] care goes on, { story-duration } so far
   *[reunified] everyone lives at home again, after { story-duration } in care
}{ $engagement ->
    [declined] ; they never had a helper
    [waiting] ; they still wait for a helper
    [engaged] ; they are still in the measure
   *[other] { "" }
}.
story-states-at-end = Trust { $trust }, caregiving capacity { $capacity }, stress { $stress }, wellbeing of the child { $wellbeing }; danger { $danger }, concern of the service { $concern }.

## Where a family stands with its measure

story-engagement-untreated = no helper
story-engagement-declined = said no
story-engagement-waiting = still waiting
story-engagement-engaged = still in the measure
story-engagement-completed = completed
story-engagement-dropped-out = dropped out
story-engagement-terminated = ended by the service
story-engagement-expired = time ran out
story-engagement-ended-by-placement = ended by placement
story-measure-ended = { $how }, week { $week }
story-in-care-since = { $measure }; in care from week { $week }, { story-duration }

## Tables

story-column-arm = arm
story-column-measure = helper measure
story-column-visits-kept = visits kept
story-column-breaks = breaks
story-column-away-from-week = away from week
story-column-weeks-away = weeks away
story-column-week = week
story-column-visits = visits
story-column-alliance = alliance
story-column-trust = trust
story-column-capacity = capacity
story-column-stress = stress
story-column-wellbeing = wellbeing
story-column-danger = danger
story-column-concern = concern
story-column-standing = where they stand
story-row-at-referral = at referral
story-standing-placed = in care
story-standing-engaged = in the measure
story-standing-waiting = waiting

## The figure

story-figure-title = One family, { $arms } lives: family { $family }
story-figure-subtitle = The same family under every arm, with the same life events. 0 is lowest, 1 is highest. One simulated family: a story of the model, not a prediction for anyone.
story-figure-axis = weeks since referral
story-figure-life-events = life events, the same in every arm
story-figure-taller = taller: harder
story-key-kept = visit kept
story-key-missed = visit missed
story-key-breaks = alliance breaks
story-key-mended = break mended
story-key-new-helper = new helper
story-key-helper-away = helper away
story-curve-trust = trust
story-curve-capacity = capacity
story-curve-stress = stress
story-curve-danger = danger
story-curve-concern = concern
story-curve-alliance = alliance
