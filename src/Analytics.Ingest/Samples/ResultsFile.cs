using System.Text;

namespace Analytics.Ingest.Samples;

/// <summary>The results of one round as the units would send them, one row per official.</summary>
internal static class ResultsFile
{
    const string TwoOptions =
        "round,unit,position,official,official_code,born,held_on,invited,present,issued,collected,valid,invalid,confidence,no_confidence,exempt";

    public const string ThreeOptions =
        "round,unit,position,official,official_code,born,held_on,invited,present,issued,collected,valid,invalid,high,confidence,low,"
        + "published_low_percent,exempt,note";

    public static string Write(string folder, SampleRound round, IReadOnlyList<Outcome> outcomes)
    {
        using var file = new CsvFile(folder, round.ResultsFile, round.ThreeOptions ? ThreeOptions : TwoOptions);
        foreach (var outcome in outcomes)
        {
            var (seat, meeting) = (outcome.Seat, outcome.Meeting);
            var who = seat.Holder!;
            var name = outcome.Special?.Decomposed == true ? who.Name.Normalize(NormalizationForm.FormD) : who.Name;
            if (outcome.Exempt)
                Exempt(file, round, seat, meeting);
            else if (round.ThreeOptions)
                file.Row(round.Code, seat.Commune.Code, seat.Post.Code, name, who.Code, who.Born, meeting.HeldOn,
                    meeting.Invited, meeting.Present, meeting.Issued, meeting.Collected, outcome.Valid, meeting.Collected - outcome.Valid,
                    outcome.High, outcome.Middle, outcome.Low, outcome.PublishedLow, null, Note(round, meeting));
            else
                file.Row(round.Code, seat.Commune.Code, seat.Post.Code, name, who.Code, who.Born, meeting.HeldOn,
                    meeting.Invited, meeting.Present, meeting.Issued, meeting.Collected, outcome.Valid, meeting.Collected - outcome.Valid,
                    outcome.Favourable, outcome.Low, null);
        }
        return file.Path;
    }

    static void Exempt(CsvFile file, SampleRound round, Seat seat, Meeting meeting)
    {
        var who = seat.Holder!;
        if (round.ThreeOptions)
            file.Row(round.Code, seat.Commune.Code, seat.Post.Code, who.Name, who.Code, who.Born, meeting.HeldOn,
                null, null, null, null, null, null, null, null, null, null, seat.Reason, Note(round, meeting));
        else
            file.Row(round.Code, seat.Commune.Code, seat.Post.Code, who.Name, who.Code, who.Born, meeting.HeldOn,
                null, null, null, null, null, null, null, null, seat.Reason);
    }

    static string? Note(SampleRound round, Meeting meeting) => meeting.HeldOn > round.HeldTo ? "Tổ chức muộn so với kế hoạch" : null;
}
