using Analytics.Domain.Results;
using Analytics.Ingest.Checking;

namespace Analytics.Ingest.Loading;

/// <summary>In which columns a row differs from the loaded result of the same key.</summary>
static class ResultComparison
{
    public static IReadOnlyList<Difference> Between(Result stored, ResultRow row)
    {
        var (was, now) = (stored.Counts, row.Counts);
        // The common case first: nothing differs, and nothing is put into a list.
        if (was == now && stored.OfficialName == row.Official && stored.HeldOn == row.HeldOn && stored.Exempt == row.Exempt
            && stored.PublishedLowPercent.Equals(row.PublishedLowPercent) && stored.PublishedHighPercent.Equals(row.PublishedHighPercent)
            && stored.Note == row.Note && stored.Source == row.Source && stored.Extra == row.Extra)
            return [];
        return Difference.Between(
            ("official", stored.OfficialName, row.Official), ("held_on", stored.HeldOn, row.HeldOn),
            ("delegates", was.Delegates, now.Delegates), ("invited", was.Invited, now.Invited), ("present", was.Present, now.Present),
            ("issued", was.Issued, now.Issued), ("collected", was.Collected, now.Collected),
            ("valid", was.Valid, now.Valid), ("invalid", was.Invalid, now.Invalid),
            ("high", was.High, now.High), ("confidence", was.Middle, now.Middle),
            (row.Counts.High is null && stored.High is null ? "no_confidence" : "low", was.Low, now.Low),
            ("published_low_percent", stored.PublishedLowPercent, row.PublishedLowPercent),
            ("published_high_percent", stored.PublishedHighPercent, row.PublishedHighPercent),
            ("exempt", stored.Exempt, row.Exempt), ("note", stored.Note, row.Note), ("source", stored.Source, row.Source), ("extra", stored.Extra, row.Extra));
    }
}
