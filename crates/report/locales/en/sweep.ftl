### The page of a sweep.

## Name, question, intervals

sweep-name = sweep
sweep-asked = What happens to { $outcome } when { $fields } moves? Arms: { $arms }.

## The difference from the reference

sweep-against-reference = { $arm }, { $outcome }, over { $fields }: { $lead }; the difference runs from { $low } to { $high }.
# What stands as lead in sweep-against-reference.
sweep-no-intervals = without intervals, nothing is told apart
sweep-lower-at-all = lower than { $reference } at all { $total } values
sweep-higher-at-all = higher than { $reference } at all { $total } values
sweep-lower-and-higher = lower than { $reference } at { $lower } of { $total } values, higher at { $higher }, not told apart at { $unclear }
sweep-summary = Over { $fields }, { $kept } of { $arms } arms keep the same clear difference from { $reference } in { $outcome } at every value, and { $turned } turn from clearly lower to clearly higher or back.
sweep-contrasts = Difference from { $reference }
sweep-contrasts-title = Difference from { $reference }: { $outcome }
sweep-contrasts-note = Arm less reference for the same simulated families, with its 95% interval. All outcomes are in sweep_contrasts.csv.
sweep-clearly-different = Clearly different from { $reference }: { $arms }.
sweep-arm-at-values = { $arm } at { $clear } of { $total } values

## The level in each arm

sweep-levels = Level in each arm
sweep-levels-note = All outcomes are in sweep.csv.
sweep-levels-answer = { $moving } of { $all } arms move beyond their interval from their level at the first value; farthest moves { $outcome } in { $arm }, by { $change } at { $at }.
sweep-not-defined = The outcome is not defined in these arms.
sweep-falls-most = { $arm } falls most.
sweep-rises-most = { $arm } rises most.
sweep-moves-most = { $arm } moves most, but within its interval.

## Every outcome

sweep-outcomes = Every outcome
sweep-none-move = None of { $all } main outcomes moves beyond its interval in any arm from the first to the last value of { $fields }.
sweep-all-move = All { $all } main outcomes move beyond their interval in at least one arm from the first to the last value of { $fields }.
sweep-some-move = { $count } of { $all } main outcomes move beyond their interval in at least one arm from the first to the last value of { $fields }: { $outcomes }.
sweep-outcomes-move = { $count } of { $all } outcomes move in some arm.
sweep-differences-change = In { $count } of { $all } outcomes some difference from the reference changes.
sweep-outcomes-levels-title = Main outcomes in each arm
sweep-outcomes-levels-reading = One small chart for each outcome, all over the same values.
sweep-outcomes-contrasts-title = Main outcomes: difference from { $reference }
sweep-outcomes-contrasts-reading = One small chart for each outcome; the line at 0 is the reference.
sweep-across = Across: { $field }

## Figures

sweep-lines-reading = Each line is an arm over the values of the field; bands are 95% intervals.
sweep-rows-reading = A row for each value, a dot for each arm with its 95% interval. Hollow: cannot be told apart from the reference.
sweep-heat-map-reading = One panel an arm; each cell is a combination of values. In a map of differences, white cells cannot be told apart from the reference.
sweep-lower = lower than the reference
sweep-higher = higher
sweep-not-told-apart = cannot be told apart

## Method and limits

sweep-method = Each value of the varied fields is set in turn, in all combinations where there are two fields, and every arm is simulated with it. All else stays as the scenario says.
sweep-limits = Only the varied fields move. What other assumptions would change is not seen here, and values outside a parameter's plausible range are drawn as if they were possible.
