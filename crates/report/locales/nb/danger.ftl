### Whether danger goes with placement.

danger-lower = { $arm } { $share } lavere
danger-higher = { $arm } { $share } høyere
danger-at-most = høyst { $share } i { $arms } alternativer
danger-hardly-differs-fewer = Selve faren er nesten den samme i uke { $week } ({ $sizes }): færre plasseringer er her ikke et tegn på tryggere hjem. Hva tjenesten ser og tror, og samarbeidet, virker også på plassering.
danger-hardly-differs = Selve faren er nesten den samme i uke { $week } ({ $sizes }): forskjellen i plassering er her ikke et tegn på hvor trygge hjemmene er. Hva tjenesten ser og tror, og samarbeidet, virker også på plassering.
danger-along = Faren skiller seg i samme retning som plasseringen: { $arms }.
danger-against = Faren skiller seg i motsatt retning av plasseringen: { $arms }.
danger-unclear = Om faren også er forskjellig, kan ikke avgjøres her: { $arms }.
