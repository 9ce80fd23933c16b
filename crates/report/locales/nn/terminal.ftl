### The table at the end of a run. The week stands below the words.

terminal-placed-by = plassert innan
terminal-completed-by = fullført innan
terminal-cost = kr per familie,
terminal-week = veke { $week }
