### The page of a ledger of assumptions.

## Name, question, intervals

assumptions-name = assumptions
assumptions-asked = What does the difference between { $arms } in { $outcome } lean on, and what would be worth knowing better?
assumptions-intervals = 95% intervals of shares hold the choice of points, found by resampling them; those of differences hold the chance of the simulation ({ $replicates } replicates of { $families } families).

## Sentences

assumptions-conclusion = With everything where the scenario has it, { $order ->
    [unclear] { $first } and { $second } cannot be told apart
    [above] { $first } lies above { $second }
   *[below] { $first } lies below { $second }
} in { $outcome }: { $difference }
assumptions-answer-noise = { $conclusion }; what it leans on cannot be told from Monte Carlo noise.
assumptions-carries = { $parameter } (grade { $grade }): { $share }
assumptions-answer-one = { $conclusion }; the difference leans most on { $list } of its variance over the ranges.
assumptions-answer-several = { $conclusion }; the difference leans most on these, whose order cannot be told: { $list } of its variance over the ranges.
assumptions-order-unclear = The order of the arms is not clear where the scenario stands, so nothing can turn it; take more families or replicates.
assumptions-turns-at = { $parameter } at { $value } (it stands at { $start })
assumptions-order-none = None of { $all } parameters turns the order of the arms by moving alone within its range; { $fading } can bring it so low that it cannot be told.
assumptions-order-turns = { $turns } of { $all } parameters can turn the order of the arms by moving alone within their ranges, soonest { $list }.
assumptions-worth-all = Knowing all of the parameters looked at before choosing between the arms would be worth about { $all }{ $money ->
    [yes] { " " }per family
   *[no] { "" }
}; that any single one is worth knowing cannot be shown.
assumptions-worth-most = Knowing { $parameter } before choosing would be worth most, { $worth }{ $money ->
    [yes] { " " }per family
   *[no] { "" }
} (standard error { $error }); knowing all of the parameters looked at would be worth about { $all }.
assumptions-weak-ground = Of the { $strong } that surely carry more than 5% of the variance, { $count } rest on our own assumption (grade D): { $list }.
assumptions-noise = Monte Carlo noise is { $share } of the variance seen over the points, and is kept out of the shares.

## Units

assumptions-nok-per-family = NOK per family
assumptions-percentage-points = percentage points
assumptions-nok = NOK

## Sections and tables

assumptions-ledger = The ledger
assumptions-research = What to study next
assumptions-research-next = The next study should be of { $parameter }: { $meaning }.
assumptions-research-unknown = What knowing a parameter would be worth is not worked out: which arm is better cannot be said of this outcome, or not be told from noise.
assumptions-research-none = That knowing any single parameter would change the choice often enough to pay cannot be shown.
assumptions-research-explained = The worth of knowing a parameter is what one would gain, on average, by learning its value before choosing between the arms. It is large where the parameter is uncertain and its value would change the choice; a parameter can carry much variance and be worth nothing to know, if the choice stays the same.
assumptions-rests-on = What it rests on
assumptions-range-to-narrow = Range to narrow
assumptions-worth-of-knowing = Worth of knowing it
assumptions-all = All assumptions
assumptions-all-answer = { $all } parameters, with where they come from; { $left } had too small an effect in the screening to be looked at closely.
assumptions-source = source
assumptions-range = range
assumptions-share = Share of the variance
assumptions-turns = The order turns at
assumptions-cannot-be-shown = cannot be shown
assumptions-share-of-range = { $share } of the way
assumptions-may-fade = not, but may fade
assumptions-unclear = unclear
assumptions-nowhere = nowhere

## The figure

assumptions-figure-title = What { $first } against { $second } in { $outcome } leans on
assumptions-figure-subtitle = The letter is the grade of what is known: A is well studied, D our own assumption. Lines are 95% intervals.
assumptions-figure-reading = Read a row from left to right: how much of the variance goes through the assumption, how far it may move alone before the other arm is ahead, and what it would be worth to know it before choosing.
assumptions-figure-note = How far it may move: from where it stands (left) to the end of its plausible range (right), on the side where the order turns first.
assumptions-key-turns = the order of the arms turns there
assumptions-key-holds = the order holds to the end of the range
assumptions-key-worth = worth cannot be shown
assumptions-how-far = How far it may move
assumptions-worth-in = Worth of knowing it, { $unit }
assumptions-noise-only = cannot be told from noise
assumptions-order-unclear-short = order unclear
assumptions-fades-short = may fade
assumptions-start = start
assumptions-end-of-range = end of range

## Method and limits

assumptions-method-studies = Three studies of the same families stand side by side. A screening with { $walks } walks over all parameters chose the { $closer } that were looked at closely; { $samples } base samples gave their total indices (Saltelli et al. 2010; Jansen 1999), with Monte Carlo noise kept out of them.
assumptions-method-search = A search along each parameter, all others where the scenario has them, found where the order of the arms turns.
assumptions-method-information = The points of the samples are draws from the ranges; a smooth regression on them gives what knowing each parameter would be worth (Strong, Oakley, Brennan 2014). { $decided }
assumptions-decided-by-worth = One chooses the arm with the higher worth less cost, { $worth } NOK for one unit of the outcome.
assumptions-decided-by-outcome = One chooses by the outcome alone; cost is left out.
assumptions-limits-ranges = Shares and worths hold for these ranges, and for parameters that move independently of each other.
assumptions-limits-order = The order is searched one parameter at a time: two together can turn it sooner.
assumptions-limits-form = Only parameters are in the ledger. The form of the equations is an assumption too; mechanisms can be turned off in a study of their own.
