using Analytics.Domain.Storage;
using Analytics.Ingest.Checking;
using Analytics.Ingest.Reading;

namespace Analytics.Ingest.Loading;

/// <summary>What of a checked file lies outside the units somebody may load for; told before anything is compared with the store.</summary>
static class OutOfScope
{
    /// <param name="allowed">Ids of unit versions; null allows everything.</param>
    public static IReadOnlyList<Problem> Problems(CheckedFile file, ReferenceData reference, IReadOnlySet<int>? allowed)
    {
        if (allowed is null) return [];
        if (file.Kind is not (FileKind.Results or FileKind.Roster or FileKind.Steps)) return [LoadMessages.KindOutOfScope(file.Kind is { } kind ? Kinds.Word(kind) : "")];
        return file.Results.Select(r => (r.Place, r.UnitId)).Concat(file.Roster.Select(r => (r.Place, r.UnitId))).Concat(file.Steps.Select(s => (s.Place, s.UnitId)))
            .Where(r => !allowed.Contains(r.UnitId))
            .Select(r => LoadMessages.OutOfScope(r.Place, Name(reference, r.UnitId)))
            .ToList();
    }

    static string Name(ReferenceData reference, int unitId) => reference.Units.ById(unitId) is { } unit ? $"{unit.Code} {unit.Name}" : "";
}
