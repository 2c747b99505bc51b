-- reads: wellbeing
SELECT {'total': n}.total FROM wellbeing
