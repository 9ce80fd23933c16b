### One sentence under each figure on what it shows.

takeaways-placement = Mellom { $low } og { $high } skiller det { $families } familier per 1000 i uke { $week }; i { $high } skjer halvparten av plasseringene innen uke { $half }.
takeaways-placement-one = Halvparten av plasseringene innen uke { $week } skjer innen uke { $half }.
takeaways-placement-same = Plasseringen innen uke { $week } er om lag lik i alle alternativer ({ $share }); halvparten av plasseringene skjer innen uke { $half }.

takeaways-both-same = Både fullføring og plassering er om lag like i alle alternativer.
takeaways-completion-same = Fullføringen er om lag lik i alle alternativer; etter estimatene er plasseringen lavest i { $placed }.
takeaways-placed-same = Etter estimatene er fullføringen høyest i { $completed }; plasseringen er om lag lik i alle alternativer.
takeaways-both-best = Etter estimatene har { $arm } både høyest fullføring og lavest plassering.
takeaways-ranked-apart = Etter estimatene er fullføringen høyest i { $completed }, men plasseringen lavest i { $placed }: de to utfallene rangerer ikke alternativene likt.

takeaways-contrasts = I plassering kan { $placed } av { $compared } alternativer skilles fra { $reference }, og { $completed } av { $compared_completed } i fullføring.
takeaways-contrasts-placed = I plassering kan { $placed } av { $compared } alternativer skilles fra { $reference }.
takeaways-contrasts-one-replicate = Én gjentakelse: punktene viser hva denne kjøringen ga, ikke hva som er fastslått.

takeaways-exits = I uke { $week }: { $parts }.
takeaways-exits-same = { $exit ->
    [completed] fullføring er om lag likt i alle alternativer ({ $share })
   *[dropped_out] frafall er om lag likt i alle alternativer ({ $share })
}
takeaways-exits-between = { $exit ->
    [completed] fullføring ligger mellom { $low } og { $high }
   *[dropped_out] frafall ligger mellom { $low } og { $high }
}
takeaways-exits-most = { $exit ->
    [completed] fullføring er vanligst i { $arm } ({ $share })
   *[dropped_out] frafall er vanligst i { $arm } ({ $share })
}
takeaways-exits-common = Det vanligste i { $arm } er «{ $exit }» ({ $share }).

takeaways-alliance = Blant familier som er i tiltaket i uke { $week }, er alliansen i snitt sterkest i { $high_arm } ({ $high }) og svakest i { $low_arm } ({ $low }).
takeaways-alliance-same = Blant familier som er i tiltaket i uke { $week }, er alliansen i snitt om lag lik i alle alternativer ({ $alliance }).
takeaways-alliance-one-replicate = Blant familier som er i tiltaket i uke { $week }, ligger alliansen i snitt mellom { $low } ({ $low_arm }) og { $high } ({ $high_arm }) i denne ene gjentakelsen.
takeaways-alliance-who-stays = Familier med svak allianse slutter, så snittet stiger også fordi de med sterkest allianse blir igjen.

takeaways-dose = En familie som begynner, får gjennomført fra { $low } besøk ({ $low_arm }) til { $high } ({ $high_arm }).
takeaways-dose-one = En familie som begynner, får gjennomført { $visits } besøk.
takeaways-dose-same = En familie som begynner, får gjennomført om lag like mange besøk i alle alternativer: { $visits }.
takeaways-dose-attended = Av de planlagte besøkene blir { $share } gjennomført.

takeaways-cost = En henvist familie koster minst i { $low_arm } ({ $low } kr) og mest i { $high_arm } ({ $high } kr).
takeaways-cost-one-replicate = En henvist familie koster mellom { $low } kr ({ $low_arm }) og { $high } kr ({ $high_arm }) i denne ene gjentakelsen.
takeaways-cost-less = Parvis skiller kostnaden seg mest fra { $reference } i { $arm }: { $cost } kr mindre per henvist familie.
takeaways-cost-more = Parvis skiller kostnaden seg mest fra { $reference } i { $arm }: { $cost } kr mer per henvist familie.
takeaways-cost-alike = Kostnadene er for like til at de kan skilles.
takeaways-cost-placed = Plasseringen er lavest i { $arm }.
takeaways-cost-placed-also = { $arm } har også lavest plassering.

takeaways-subgroups = I { $arm } får { $low } av familiene med { $low_group } et barn plassert, mot { $high } med { $high_group }.

takeaways-capacity = Omsorgsevnen i uke { $week } ligger i snitt mellom { $low } ({ $low_arm }) og { $high } ({ $high_arm }), regnet over alle henviste familier.
takeaways-capacity-same = Omsorgsevnen i uke { $week } er i snitt om lag lik i alle alternativer ({ $capacity }), regnet over alle henviste familier.
