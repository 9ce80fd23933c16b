### The page of a validation.

## The frame of the page

validation-title = Validation against the literature
validation-asked = Does the calibrated model show what studies have found, those that it was calibrated to and those that it has never seen?
validation-facts = { $targets } numbers against { $draws } of { $all } draws ({ $sample }), { $families } families in an ordinary design. Targets: { $origin }.
validation-shipped-sample = the sample of the program
validation-intervals = Intervals of the model (95%) hold what calibration leaves open about the parameters, and the chance of the simulated families. Predictive intervals also hold the error of the evidence itself.

## The answer

# sets: validation-inside of each set.
validation-answer = Under the reading { $reading } the model predicts { $sets } within 95% intervals.
# inside: checks-inside-of
validation-inside = { $inside } { $set ->
    [calibration] targets that it was calibrated to
    [validation] numbers that calibration never saw
   *[other] other targets
}
validation-small = This is a small check ({ $draws } draws, { $families } families in an ordinary design): its own chance is part of the model's intervals, and a row near a border may fall on the other side with another seed. --full takes all draws with 8,000 families.
validation-table = Every row

## The test of the method

validation-ranks = Does the method find known parameters again?
validation-ranks-summary = In { $data_sets } simulated data sets with known parameters, 50% intervals of the parameters hold the truth in { $half } and 90% intervals in { $most }, on average.
validation-ranks-even = None of { $all } histograms is uneven beyond chance (probability below 1%; { $expected } would be by chance alone).
validation-ranks-uneven = { $count } of { $all } histograms are uneven beyond 1% ({ $expected } would be by chance alone): { $quantities }.
validation-ranks-method = This tests the method (emulators and chains), not the model: the data are simulated by the model itself, with the errors that the evidence has (simulation-based calibration).
validation-ranks-reading = Each bar counts the data sets whose truth lay in that tenth of its posterior. All bars near the grey band: the posterior says what it knows. A hill in the middle: intervals are too wide, which is safe. A valley: they are too narrow. A slope: they lie to one side.
validation-ranks-table = Every quantity
validation-heading-quantity = Quantity
validation-heading-half = 50% intervals hold
validation-heading-most = 90% intervals hold
validation-heading-uneven = Probability of ranks as uneven
validation-heading-tenths = Data sets by tenth
validation-ranks-title = Where known truths lie among draws
validation-ranks-subtitle = Data sets by the tenth of the posterior that held the truth. First the parameters that a data set tells most of, then the statistics of the targets.
validation-key-data-sets = data sets
validation-key-even = even, with 95% of chance
validation-key-uneven = uneven (probability below 1%)
validation-ranks-mean = mean over parameters

## Method and limits

validation-method-checks = Posterior-predictive check: the designs that each number speaks about are simulated under draws of the calibrated parameters. The statistic of each draw gets an error like that of the evidence; where 95% of those lie is the predictive interval. A number fits if the evidence lies inside.
validation-method-set = The validation set was chosen before the first calibration, and calibration never uses it.
validation-limit-chance = Of twenty numbers that fit in truth, one lies outside by chance. A wide interval is easily met: look at its width too.
validation-limit-field = The validation set is of other studies, but of the same field: what all studies have in common, it cannot test.
