### Sentences on the answer of a run.

## Lowest and highest level

sentences-share-placed = andelen familier med et barn plassert
sentences-share-completed = andelen som fullfører av familiene som begynte
# Where the sentence goes on after it: a relative clause ends with a comma.
sentences-share-completed-closed = { sentences-share-completed },
sentences-placed-nobody = Ingen familie i noe alternativ fikk et barn plassert innen uke { $week }.
sentences-completed-nobody = Ingen familie fullførte i noe alternativ innen uke { $week }.
sentences-level-one = Innen uke { $week } er { $what } { $share } i { $arm }.
sentences-level-same = Innen uke { $week } er { $what } om lag lik i alle alternativer: { $share }.
sentences-level-one-replicate = Innen uke { $week } ligger { $what } mellom { $low_share } ({ $low_arm }) og { $high_share } ({ $high_arm }) i denne ene gjentakelsen.
sentences-level-order = Innen uke { $week } er { $what } lavest i { $low_arm }, { $low_share }, og høyest i { $high_arm }, { $high_share }.
sentences-order-paired-unclear = Intervallet for den parvise forskjellen mellom dem inneholder 0, så rekkefølgen er ikke sikker.
sentences-order-overlapping = Intervallene deres overlapper; se på de parvise forskjellene.

## Differences from the reference

sentences-against-placed = Sammenlignet med { $reference }, av 1000 henviste familier, innen uke { $week }:
sentences-against-completed = Sammenlignet med { $reference }, av 1000 familier som begynner, innen uke { $week }:
sentences-no-measure = { $reference } har ikke noe hjelpetiltak å fullføre, så alternativene sammenlignes ikke med det her.
sentences-fewer = { $size } færre
sentences-more = { $size } flere
sentences-fewer-placed = { $size } færre får et barn plassert
sentences-more-placed = { $size } flere får et barn plassert
sentences-fewer-completed = { $size } færre fullfører
sentences-more-completed = { $size } flere fullfører
sentences-size-under = under { $size }
sentences-difference-one-replicate = { $change } i denne kjøringen; uten intervall kan det være tilfeldig.
sentences-difference-none = ingen forskjell fra { $reference } i noen gjentakelse.
sentences-difference-unclear = kan ikke skilles fra { $reference }: intervallet går fra { $lower } til { $upper }.
sentences-difference-clear = { $change } (95 %-intervall: { $near } til { $far }).
sentences-under-one-family = Det er mindre enn én familie av 1000.
sentences-better-in-draws = Bedre i { $share } av parametertrekningene.
sentences-verdict-lower = lavere
sentences-verdict-higher = høyere
sentences-verdict-unclear = kan ikke skilles
sentences-verdict-unknown = uten intervall

## The wait for a first visit

sentences-waited = Familier som begynner, har i snitt ventet { $weeks } uker.
sentences-waited-between = Familier som begynner, har i snitt ventet mellom { $short } og { $long } uker, mest i { $arm }.
sentences-still-waiting = I uke { $week } venter fortsatt opptil { $share } av familiene som fikk tilbudet ({ $arm }).

## What intervals hold

sentences-intervals-monte-carlo = Intervallene rommer bare simuleringens tilfeldighet ({ $replicates } gjentakelser med { $families } familier). De er smale fordi det er billig å regne, ikke fordi tallene bak modellen er godt kjent: hva andre antakelser ville gitt, er ikke med.
# draws: sentences-draws, and where they are from.
sentences-intervals-parameters = Intervallene rommer det vi ikke vet om parameterne ({ $draws }), og simuleringens tilfeldighet. At modellen selv kan være feil, er ikke med.
sentences-draws = { $draws } trekninger
sentences-intervals-none = Det er ingen intervaller, fordi én gjentakelse ikke kan skille tilfeldighet fra forskjell. Ingen forskjell her er fastslått; kjør på nytt med flere gjentakelser.
