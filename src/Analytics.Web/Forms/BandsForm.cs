using Analytics.Domain.Rounds;
using Analytics.Domain.Trends;
using Analytics.Web.OfficeSettings;
using Analytics.Web.Queries;

namespace Analytics.Web.Forms;

/// <summary>Form 3: how many officials lie in which band of the favourable share: by post, then the same people by area or, within one area, by unit.</summary>
sealed class BandsForm(QueryContext context, InstallationSettings settings, FormWords words)
{
    FavourableBands? bands;

    FavourableBands Bands => bands ??= settings.Of(context.Db).Bands;

    public FormTable Make(FormScope scope)
    {
        var votes = FormVotes.Of(context, scope.Round, scope.Holds);
        var based = votes.Where(v => v.Base is not null).ToList();
        var byPost = based.ToLookup(v => v.PositionId);
        var rows = new List<FormRow> { FormRow.Under(words["by-position"]) };
        rows.AddRange(context.Reference.Positions.Where(p => byPost.Contains(p.Id))
            .Select((p, i) => Line(i + 1, words.Post(p.Id), byPost[p.Id]) with { Group = (TrendBy.Position, p.Code) }));
        var places = Places(scope, based).ToList();
        if (places.Count > 0)
        {
            rows.Add(FormRow.Under(words[scope.Area is null ? "by-area" : "by-unit"]));
            rows.AddRange(places.Select((p, i) => Line(i + 1, p.Name, p.Votes) with { Again = true, Group = p.Area is { } code ? (TrendBy.District, code) : null }));
        }
        return new(3, words.Title(3), words.Caption(scope, shares: true), Columns(), rows, words["total"], Notes(votes));
    }

    List<FormColumn> Columns()
    {
        List<FormColumn> columns = [words.Numbering(), new("name", words["unit-or-position"], FormKind.Text, 28), new("officials", words["people"], FormKind.Count, 9)];
        foreach (var (key, group) in Bands.Keys.Zip(words.Bands(Bands)))
        {
            columns.Add(new(key, words["number-of-people"], FormKind.Count, 8, group));
            columns.Add(new(key + "_percent", "%", FormKind.Percent, 7, group, Part: key, Whole: "officials"));
        }
        return columns;
    }

    FormRow Line(int number, string name, IEnumerable<FormVote> votes)
    {
        var counts = new long[Bands.Count];
        foreach (var vote in votes) counts[Bands.Of(vote.Favourable, vote.Base!.Value)]++;
        return FormRow.Of([(long)number, name, counts.Sum(), .. counts.SelectMany(b => new object?[] { b, null })]);
    }

    /// <summary>In the order of the city's areas and units.</summary>
    static IEnumerable<(string Name, string? Area, IEnumerable<FormVote> Votes)> Places(FormScope scope, List<FormVote> votes)
    {
        var byUnit = votes.ToLookup(v => v.UnitId);
        var units = scope.Units.Where(u => byUnit.Contains(u.Unit.Id)).ToList();
        return scope.Area is null
            ? units.Where(u => u.Area is not null).GroupBy(u => u.Area!).Select(a => (scope.Progress.AreaNames[a.Key], (string?)a.Key, a.SelectMany(u => byUnit[u.Unit.Id])))
            : units.Select(u => (u.Unit.Name, (string?)null, byUnit[u.Unit.Id]));
    }

    List<string> Notes(List<FormVote> votes)
    {
        List<string> notes = [words["note.bands"]];
        if (votes.Count(v => v is { Exempt: false, Base: null }) is > 0 and var without) notes.Add(words.With("note.no-base", without));
        return notes;
    }
}
