### Sentences on the answer of a run.

## Lowest and highest level

sentences-share-placed = the share of families with a child placed
sentences-share-completed = the share of started families that complete
# Where the sentence goes on after it.
sentences-share-completed-closed = the share of started families that complete
sentences-placed-nobody = No family in any arm had a child placed by week { $week }.
sentences-completed-nobody = No family completed in any arm by week { $week }.
sentences-level-one = By week { $week }, { $what } is { $share } in { $arm }.
sentences-level-same = By week { $week }, { $what } is about the same in all arms: { $share }.
sentences-level-one-replicate = By week { $week }, { $what } runs from { $low_share } ({ $low_arm }) to { $high_share } ({ $high_arm }) in this one replicate.
sentences-level-order = By week { $week }, { $what } is lowest in { $low_arm }, { $low_share }, and highest in { $high_arm }, { $high_share }.
sentences-order-paired-unclear = The interval of their paired difference holds 0, so this order is not certain.
sentences-order-overlapping = Their intervals overlap; look at the paired differences.

## Differences from the reference

sentences-against-placed = Compared with { $reference }, of 1000 families referred, by week { $week }:
sentences-against-completed = Compared with { $reference }, of 1000 families that start, by week { $week }:
sentences-no-measure = { $reference } has no helper measure to complete, so arms are not compared with it here.
sentences-fewer = { $size } fewer
sentences-more = { $size } more
sentences-fewer-placed = { $size } fewer have a child placed
sentences-more-placed = { $size } more have a child placed
sentences-fewer-completed = { $size } fewer complete
sentences-more-completed = { $size } more complete
sentences-size-under = under { $size }
sentences-difference-one-replicate = { $change } in this run; without an interval this may be chance.
sentences-difference-none = no difference from { $reference } in any replicate.
sentences-difference-unclear = cannot be told apart from { $reference }: the interval runs from { $lower } to { $upper }.
sentences-difference-clear = { $change } (95% interval: { $near } to { $far }).
sentences-under-one-family = That is less than one family in 1000.
sentences-better-in-draws = Better in { $share } of the parameter draws.
sentences-verdict-lower = lower
sentences-verdict-higher = higher
sentences-verdict-unclear = cannot be told apart
sentences-verdict-unknown = no interval

## The wait for a first visit

sentences-waited = Families that start have waited { $weeks } weeks on average.
sentences-waited-between = Families that start have waited between { $short } and { $long } weeks on average, most in { $arm }.
sentences-still-waiting = In week { $week }, up to { $share } of the families offered help still wait ({ $arm }).

## What intervals hold

sentences-intervals-monte-carlo = The intervals hold the chance of the simulation alone ({ $replicates } replicates of { $families } families). They are narrow because computing is cheap, not because the numbers behind the model are well known: what other assumptions would give is not in them.
# draws: sentences-draws, and where they are from.
sentences-intervals-parameters = The intervals hold what we do not know about the parameters ({ $draws }) and the chance of the simulation. That the model itself may be wrong is not in them.
sentences-draws = { $draws } draws
sentences-intervals-none = There are no intervals, because one replicate cannot tell chance from difference. Read no difference here as established; run again with more replicates.
