### Sentences on the answer of a run.

## Lowest and highest level

sentences-share-placed = delen familiar med eit barn plassert
sentences-share-completed = delen som fullfører av familiane som byrja
# Where the sentence goes on after it: a relative clause ends with a comma.
sentences-share-completed-closed = { sentences-share-completed },
sentences-placed-nobody = Ingen familie i noko alternativ fekk eit barn plassert innan veke { $week }.
sentences-completed-nobody = Ingen familie fullførte i noko alternativ innan veke { $week }.
sentences-level-one = Innan veke { $week } er { $what } { $share } i { $arm }.
sentences-level-same = Innan veke { $week } er { $what } om lag like stor i alle alternativa: { $share }.
sentences-level-one-replicate = Innan veke { $week } ligg { $what } mellom { $low_share } ({ $low_arm }) og { $high_share } ({ $high_arm }) i denne eine gjentakinga.
sentences-level-order = Innan veke { $week } er { $what } lågast i { $low_arm }, { $low_share }, og høgast i { $high_arm }, { $high_share }.
sentences-order-paired-unclear = Intervallet for den parvise skilnaden mellom dei inneheld 0, så rekkjefølgja er ikkje sikker.
sentences-order-overlapping = Intervalla deira overlappar; sjå på dei parvise skilnadene.

## Differences from the reference

sentences-against-placed = Samanlikna med { $reference }, av 1000 tilviste familiar, innan veke { $week }:
sentences-against-completed = Samanlikna med { $reference }, av 1000 familiar som byrjar, innan veke { $week }:
sentences-no-measure = { $reference } har ikkje noko hjelpetiltak å fullføre, så alternativa er ikkje samanlikna med det her.
sentences-fewer = { $size } færre
sentences-more = { $size } fleire
sentences-fewer-placed = { $size } færre får eit barn plassert
sentences-more-placed = { $size } fleire får eit barn plassert
sentences-fewer-completed = { $size } færre fullfører
sentences-more-completed = { $size } fleire fullfører
sentences-size-under = under { $size }
sentences-difference-one-replicate = { $change } i denne køyringa; utan intervall kan det vere tilfeldig.
sentences-difference-none = ingen skilnad frå { $reference } i nokon gjentaking.
sentences-difference-unclear = kan ikkje skiljast frå { $reference }: intervallet går frå { $lower } til { $upper }.
sentences-difference-clear = { $change } (95 %-intervall: { $near } til { $far }).
sentences-under-one-family = Det er mindre enn éin familie av 1000.
sentences-better-in-draws = Betre i { $share } av parametertrekkingane.
sentences-verdict-lower = lågare
sentences-verdict-higher = høgare
sentences-verdict-unclear = kan ikkje skiljast
sentences-verdict-unknown = utan intervall

## The wait for a first visit

sentences-waited = Familiar som byrjar, har i snitt venta { $weeks } veker.
sentences-waited-between = Familiar som byrjar, har i snitt venta mellom { $short } og { $long } veker, mest i { $arm }.
sentences-still-waiting = I veke { $week } ventar framleis opptil { $share } av familiane som fekk tilbodet ({ $arm }).

## What intervals hold

sentences-intervals-monte-carlo = Intervalla rommar berre tilfeldigheita i simuleringa ({ $replicates } gjentakingar med { $families } familiar). Dei er smale fordi det er billeg å rekne, ikkje fordi tala bak modellen er godt kjende: kva andre føresetnader ville gjeve, er ikkje med.
# draws: sentences-draws, and where they are from.
sentences-intervals-parameters = Intervalla rommar det vi ikkje veit om parametrane ({ $draws }), og tilfeldigheita i simuleringa. At modellen sjølv kan vere feil, er ikkje med.
sentences-draws = { $draws } trekkingar
sentences-intervals-none = Det er ingen intervall, fordi éi gjentaking ikkje kan skilje slump frå skilnad. Ingen skilnad her er fastslegen; køyr på nytt med fleire gjentakingar.
