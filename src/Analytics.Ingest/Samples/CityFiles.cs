namespace Analytics.Ingest.Samples;

/// <summary>Writes the fictional city: reference files, a results file per round, and what goes with them.</summary>
internal static class CityFiles
{
    public const string CityCode = "GD";

    public const string UnitsHeader = "code,name,kind,level,parent,valid_from,valid_to,area";
    public const string PositionsHeader = "code,name_vi,name_en,body,sort";
    public const string RoundsHeader = "code,name_vi,name_en,regime,held_from,held_to,due,level,sample";
    const string RosterHeader = "round,unit,position,official,official_code,born,in_post_since,status,reason";
    const string Resolution = "Nghị quyết giả định 01/NQ-GD";

    public static IReadOnlyList<string> Write(string folder, SampleScale scale, int seed, CancellationToken ct)
    {
        var territory = new TerritoryPlan(scale, seed).Draw();
        var seats = new Benches(territory, seed).Fill();
        List<string> written =
        [
            Units(folder, territory), Changes(folder, territory), Positions(folder), Rounds(folder), Roster(folder, seats),
        ];
        var ballots = new Ballots(seed);
        List<(SampleRound, IReadOnlyList<Outcome>)> counted = [];
        foreach (var round in SampleRound.All)
        {
            ct.ThrowIfCancellationRequested();
            var outcomes = ballots.Count(round, seats[round]);
            written.Add(ResultsFile.Write(folder, round, outcomes));
            counted.Add((round, outcomes));
        }
        written.Add(StepsFile.Write(folder, counted, seats, seed));
        written.Add(Tiles(folder));
        written.Add(MistakesFile.Write(folder, territory, seats[SampleRound.All[^1]]));
        written.Add(ReadmeFile.Write(folder, scale, seed, territory));
        return written;
    }

    static string Units(string folder, Territory territory)
    {
        using var file = new CsvFile(folder, "units.csv", UnitsHeader);
        file.Row(CityCode, "Thành phố Giả Định", "Thành phố", "province", null, null, null, null);
        foreach (var area in Area.All)
            file.Row(area.Code, area.FullName, area.Kind, "district", CityCode, null, Territory.Reorganised, null);
        foreach (var old in territory.Before)
            file.Row(old.Code, old.FullName, old.Kind, "commune", old.Area.Code, null, Territory.Reorganised, null);
        foreach (var commune in territory.After)
            file.Row(commune.Code, commune.FullName, commune.Kind, "commune", CityCode, Territory.Reorganised, null, commune.Area.Code);
        return file.Path;
    }

    static string Changes(string folder, Territory territory)
    {
        using var file = new CsvFile(folder, "changes.csv", "effective_date,kind,from_code,to_code,whole,document");
        foreach (var step in territory.Successions)
            file.Row(Territory.Reorganised, territory.KindOf(step), step.From.Code, step.To.Code, step.Whole ? "yes" : "no", Resolution);
        foreach (var area in Area.All)
            file.Row(Territory.Reorganised, "dissolve", area.Code, null, "yes", Resolution);
        return file.Path;
    }

    public static string Positions(string folder)
    {
        using var file = new CsvFile(folder, "positions.csv", PositionsHeader);
        foreach (var post in Post.All)
            file.Row(post.Code, post.Vietnamese, post.English, post.Body, post.Sort);
        return file.Path;
    }

    static string Rounds(string folder)
    {
        using var file = new CsvFile(folder, "rounds.csv", RoundsHeader);
        foreach (var round in SampleRound.All)
            file.Row(round.Code, $"Đợt lấy phiếu tín nhiệm năm {round.Year}", $"Confidence vote {round.Year}",
                round.Regime, round.HeldFrom, round.HeldTo, round.Due, "commune", "yes");
        return file.Path;
    }

    static string Roster(string folder, IReadOnlyDictionary<SampleRound, IReadOnlyList<Seat>> seats)
    {
        using var file = new CsvFile(folder, "roster.csv", RosterHeader);
        foreach (var round in SampleRound.All)
        {
            foreach (var seat in seats[round])
                file.Row(round.Code, seat.Commune.Code, seat.Post.Code, seat.Holder?.Name, seat.Holder?.Code, seat.Holder?.Born,
                    seat.Since, seat.Status, seat.Reason);
        }
        return file.Path;
    }

    static string Tiles(string folder)
    {
        using var file = new CsvFile(folder, "tiles.csv", "code,column,row");
        foreach (var area in Area.All)
            file.Row(area.Code, area.Column, area.Row);
        return file.Path;
    }
}
