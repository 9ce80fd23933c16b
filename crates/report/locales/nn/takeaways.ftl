### One sentence under each figure on what it shows.

takeaways-placement = Mellom { $low } og { $high } skil det { $families } familiar per 1000 i veke { $week }; i { $high } skjer halvparten av plasseringane innan veke { $half }.
takeaways-placement-one = Halvparten av plasseringane innan veke { $week } skjer innan veke { $half }.
takeaways-placement-same = Plasseringa innan veke { $week } er om lag lik i alle alternativa ({ $share }); halvparten av plasseringane skjer innan veke { $half }.

takeaways-both-same = Både fullføring og plassering er om lag like i alle alternativa.
takeaways-completion-same = Fullføringa er om lag lik i alle alternativa; etter estimata er plasseringa lågast i { $placed }.
takeaways-placed-same = Etter estimata er fullføringa høgast i { $completed }; plasseringa er om lag lik i alle alternativa.
takeaways-both-best = Etter estimata har { $arm } både høgast fullføring og lågast plassering.
takeaways-ranked-apart = Etter estimata er fullføringa høgast i { $completed }, men plasseringa lågast i { $placed }: dei to utfalla rangerer ikkje alternativa likt.

takeaways-contrasts = I plassering kan { $placed } av { $compared } alternativ skiljast frå { $reference }, og { $completed } av { $compared_completed } i fullføring.
takeaways-contrasts-placed = I plassering kan { $placed } av { $compared } alternativ skiljast frå { $reference }.
takeaways-contrasts-one-replicate = Éi gjentaking: punkta viser kva denne køyringa gav, ikkje kva som er fastslege.

takeaways-exits = I veke { $week }: { $parts }.
takeaways-exits-same = { $exit ->
    [completed] fullføring er om lag likt i alle alternativa ({ $share })
   *[dropped_out] fråfall er om lag likt i alle alternativa ({ $share })
}
takeaways-exits-between = { $exit ->
    [completed] fullføring ligg mellom { $low } og { $high }
   *[dropped_out] fråfall ligg mellom { $low } og { $high }
}
takeaways-exits-most = { $exit ->
    [completed] fullføring er vanlegast i { $arm } ({ $share })
   *[dropped_out] fråfall er vanlegast i { $arm } ({ $share })
}
takeaways-exits-common = Det vanlegaste i { $arm } er «{ $exit }» ({ $share }).

takeaways-alliance = Blant familiar som er i tiltaket i veke { $week }, er alliansen i snitt sterkast i { $high_arm } ({ $high }) og svakast i { $low_arm } ({ $low }).
takeaways-alliance-same = Blant familiar som er i tiltaket i veke { $week }, er alliansen i snitt om lag lik i alle alternativa ({ $alliance }).
takeaways-alliance-one-replicate = Blant familiar som er i tiltaket i veke { $week }, ligg alliansen i snitt mellom { $low } ({ $low_arm }) og { $high } ({ $high_arm }) i denne eine gjentakinga.
takeaways-alliance-who-stays = Familiar med svak allianse sluttar, så snittet stig òg fordi dei med sterkast allianse blir att.

takeaways-dose = Ein familie som byrjar, får gjennomført frå { $low } besøk ({ $low_arm }) til { $high } ({ $high_arm }).
takeaways-dose-one = Ein familie som byrjar, får gjennomført { $visits } besøk.
takeaways-dose-same = Ein familie som byrjar, får gjennomført om lag like mange besøk i alle alternativa: { $visits }.
takeaways-dose-attended = Av dei planlagde besøka blir { $share } gjennomførte.

takeaways-cost = Ein tilvist familie kostar minst i { $low_arm } ({ $low } kr) og mest i { $high_arm } ({ $high } kr).
takeaways-cost-one-replicate = Ein tilvist familie kostar mellom { $low } kr ({ $low_arm }) og { $high } kr ({ $high_arm }) i denne eine gjentakinga.
takeaways-cost-less = Parvis skil kostnaden seg mest frå { $reference } i { $arm }: { $cost } kr mindre per tilvist familie.
takeaways-cost-more = Parvis skil kostnaden seg mest frå { $reference } i { $arm }: { $cost } kr meir per tilvist familie.
takeaways-cost-alike = Kostnadene er for like til at dei kan skiljast.
takeaways-cost-placed = Plasseringa er lågast i { $arm }.
takeaways-cost-placed-also = { $arm } har òg lågast plassering.

takeaways-subgroups = I { $arm } får { $low } av familiane med { $low_group } eit barn plassert, mot { $high } med { $high_group }.

takeaways-capacity = Omsorgsevna i veke { $week } ligg i snitt mellom { $low } ({ $low_arm }) og { $high } ({ $high_arm }), rekna over alle tilviste familiar.
takeaways-capacity-same = Omsorgsevna i veke { $week } er i snitt om lag lik i alle alternativa ({ $capacity }), rekna over alle tilviste familiar.
