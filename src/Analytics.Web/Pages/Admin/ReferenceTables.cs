using Analytics.Domain.Rounds;
using Analytics.Domain.Storage;
using Analytics.Domain.Units;
using Analytics.Web.Shared.Tables;

namespace Analytics.Web.Pages.Admin;

/// <summary>Reference data in the columns of its files: what is fetched here is loaded again without a change.</summary>
static class ReferenceTables
{
    /// <summary>The kinds of file, in the order they build on each other.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["units", "changes", "positions", "rounds"];

    public static int Count(ReferenceData reference, string kind) => kind switch
    {
        "units" => reference.Units.All.Count,
        "changes" => reference.Units.Changes.Count,
        "positions" => reference.Positions.Count,
        _ => reference.Rounds.Count,
    };

    public static ExportTable Of(ReferenceData reference, string kind) => kind switch
    {
        "units" => Units(reference.Units),
        "changes" => Changes(reference.Units),
        "positions" => ExportTable.Of(kind, reference.Positions.OrderBy(p => p.Sort).ThenBy(p => p.Code, StringComparer.Ordinal),
            ("code", p => p.Code), ("name_vi", p => p.NameVi), ("name_en", p => p.NameEn), ("body", p => p.Body), ("sort", p => p.Sort)),
        _ => ExportTable.Of(kind, reference.Rounds,
            ("code", r => r.Code), ("name_vi", r => r.NameVi), ("name_en", r => r.NameEn), ("regime", r => r.RegimeId), ("held_from", r => r.HeldFrom), ("held_to", r => r.HeldTo),
            ("due", r => r.Due), ("level", r => r.Level.Code()), ("sample", r => r.Sample)),
    };

    static ExportTable Units(UnitBook book) => ExportTable.Of("units", book.All.OrderBy(u => u.Code, StringComparer.Ordinal).ThenBy(u => u.ValidFrom ?? DateOnly.MinValue),
        ("code", u => u.Code), ("name", u => u.Name), ("kind", u => u.Kind), ("level", u => u.Level.Code()), ("parent", u => u.ParentCode), ("valid_from", u => u.ValidFrom), ("valid_to", u => u.ValidTo), ("area", u => u.AreaCode));

    static ExportTable Changes(UnitBook book) => ExportTable.Of("changes",
        book.Changes.OrderBy(c => c.EffectiveDate).ThenBy(c => c.FromCode, StringComparer.Ordinal).ThenBy(c => c.ToCode, StringComparer.Ordinal),
        ("effective_date", c => c.EffectiveDate), ("kind", c => c.Kind.ToString().ToLowerInvariant()), ("from_code", c => c.FromCode), ("to_code", c => c.ToCode), ("whole", c => c.Whole), ("document", c => c.Document));
}
