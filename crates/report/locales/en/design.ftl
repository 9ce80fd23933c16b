### The page of a design study.

## Name, question, intervals

design-name = designs
design-asked = Which design of { $arms } does best on { $outcome }, and what does each choice do?

## The best designs

design-best = The best designs
# others: design-may-be-chance or design-as-good.
design-best-answer = Of { $designs }, { $outcome } is { $which } with { $design }, { $level }; { $others }
design-count = { $all } designs
design-count-within = { $all } designs within { $limit }
design-limit-nok = { $limit } NOK per family
design-limit-hours = { $limit } helper hours per family
design-highest = highest
design-lowest = lowest
design-may-be-chance = without intervals this may be chance.
design-as-good = { $close } of the { $others } other designs cannot be told apart from it.
design-none = No design lies.
design-none-within = No design lies within { $limit }.
design-best-note = The first { $shown } of { $all } designs; all are in design_ranking.csv and design_outcomes.csv. The last row is the reference arm as the scenario has it.
design-rank = rank
design-less-best = less the best
design-reference = reference: { $arm }

## Effects

# inside: within a sentence.
design-main-effects = Main effects
    .inside = main effects
design-interactions = Interactions
    .inside = interactions
design-no-clear-effects = None of the { $all } { $effects } on { $outcome } can be told apart from 0.
design-clear-effects = { $count } of { $all } { $effects } on { $outcome } can be told apart from 0; the largest is { $largest }, { $size }.
design-lowers-most = { $effect } lowers { $outcome } most.
design-raises-most = { $effect } raises { $outcome } most.
design-nothing-clear = Nothing can be told apart from 0.
design-instead-of = { $level } instead of { $from }
design-from-to = { $field }: { $from } to { $level }
design-explained = Main effects and two-way interactions together explain { $share } of the variance of { $outcome } between designs; the rest is higher interactions, bends and chance.
design-effects-drawn = The { $drawn } largest of { $all } are drawn; all are in design_effects.csv.
design-effects-title = What does each choice do, on average over the others?
design-effects-subtitle = Differences of shares in percentage points. Lines: 95% intervals.
design-effects-reading = Each row changes one field; the dot is the mean over all combinations of the other fields. Right of 0 is more, left is less.
design-interactions-title = Which choices change what others do?
design-interactions-reading = A difference of differences: how much more the first change does together with the second than without it. 0 means that the two simply add.
design-change = change
design-aliases = cannot be told apart from

## Cost against outcome

design-frontier = Cost against outcome
design-one-on-frontier = One design, { $first }, is both cheapest and best ({ $first_cost } per family, { $first_level }).
design-frontier-answer = { $count } of { $all } designs lie on the frontier of cost and outcome, { $sure } of them in 95% of resamples: from { $first } ({ $first_cost } per family, { $first_level }) to { $last } ({ $last_cost }, { $last_level }).
design-nok = { $number } NOK
design-hours = { $number } hours
design-frontier-title = Which designs give more for less?
design-frontier-subtitle = Each point is a design; its number stands in the table below.
design-cost-axis = { $cost ->
    [cost_nok] cost, 1000 NOK per family
    [cost_visits_nok] cost of visits, 1000 NOK per family
   *[other] helper hours per family
}
# Beside the line at the most that a design may cost.
design-limit = limit
design-on-frontier = on the frontier
design-other-designs = other designs
design-reference-arm = the reference arm
design-frontier-takeaway = { $count } of { $all } designs cannot be beaten at their cost.
design-frontier-reading = No design that costs as little does better than those on the line. Points close to it may trade places with it by chance.
design-frontier-table = Designs on the frontier
design-number = number
design-frontier-share = on the frontier in resamples

## Method and limits

design-method-full = All { $runs } combinations of the levels are simulated.
design-method-fraction = { $runs } of { $all } combinations are simulated: a regular fraction of resolution { $resolution }. Effects that it cannot tell apart stand together in the table.
design-method-latin-hypercube = { $runs } designs are spread over the ranges of the fields in a Latin hypercube. Effects are those of a straight line from the lower to the upper end: { $ranges }.
design-method-effects = Effects are worked out by least squares in each replicate, with main effects and two-way interactions; their intervals come from the spread over replicates. A main effect is the mean at a level less that at the first level, all combinations of the other fields counting alike.
design-limits-best = The best of many designs looks a little better than it is: part of its lead is chance. Designs whose difference from it holds 0 are as good as far as this study can tell.
design-limits-cost = Costs hold what the model prices: visits with travel and administration, compensating measures, and weeks in care where all costs are counted.
