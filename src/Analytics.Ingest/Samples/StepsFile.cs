namespace Analytics.Ingest.Samples;

/// <summary>How the communes came along in each round of the fictional city: planned, self-review sent, conference held, minutes received.</summary>
internal static class StepsFile
{
    public const string Name = "steps.csv";

    public const string Header = "round,unit,planned_on,self_review_on,conference_on,minutes_on,note";

    /// <param name="outcomes">Per round the rows of its results file: who reported, and when the conference was.</param>
    public static string Write(string folder, IReadOnlyList<(SampleRound Round, IReadOnlyList<Outcome> Outcomes)> rounds, IReadOnlyDictionary<SampleRound, IReadOnlyList<Seat>> seats, int seed)
    {
        using var file = new CsvFile(folder, Name, Header);
        foreach (var (round, outcomes) in rounds)
        {
            var random = new SampleRandom(seed, "steps " + round.Code);
            var held = outcomes.DistinctBy(o => o.Seat.Commune).ToDictionary(o => o.Seat.Commune, o => o.Meeting.HeldOn);
            foreach (var commune in seats[round].Where(s => s.Status == "due").Select(s => s.Commune).Distinct())
            {
                if (held.TryGetValue(commune, out var day)) Reported(file, round, commune, day, random);
                else Waiting(file, round, commune, random);
            }
        }
        return file.Path;
    }

    static void Reported(CsvFile file, SampleRound round, Commune commune, DateOnly held, SampleRandom random)
    {
        var planned = random.Chance(0.85) ? held : held.AddDays(-random.Between(2, 6));
        // Each area has its own way of being early or late, the same in every round.
        var habit = commune.Area.Number % 5 * 2;
        var minutes = held.AddDays(2 + habit + random.Between(0, 6));
        var last = round.Due.AddDays(random.Chance(0.07) ? random.Between(1, 9) : 0);
        if (minutes > last) minutes = last > held ? last : held.AddDays(1);
        file.Row(round.Code, commune.Code, planned, held.AddDays(-random.Between(8, 20)), held, minutes, null);
    }

    /// <summary>Of those that have not reported some have held their conference, some have only planned it, one has said nothing.</summary>
    static void Waiting(CsvFile file, SampleRound round, Commune commune, SampleRandom random)
    {
        var planned = round.HeldTo.AddDays(-random.Between(1, 12));
        switch (random.Between(0, 3))
        {
            case 0:
                file.Row(round.Code, commune.Code, planned, planned.AddDays(-random.Between(8, 14)), planned.AddDays(1), null, null);
                break;
            case 1:
                file.Row(round.Code, commune.Code, planned, planned.AddDays(-random.Between(8, 14)), null, null, "Hoãn hội nghị");
                break;
            case 2:
                file.Row(round.Code, commune.Code, planned, null, null, null, null);
                break;
        }
    }
}
