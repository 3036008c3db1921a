using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Analytics.Ingest.Checking.Wording;

namespace Analytics.Ingest.Checking.References;

/// <summary>Resolves what the current row of a roster or of results refers to; what cannot be resolved is reported and null.</summary>
internal sealed class RowReferences(CheckContext context)
{
    readonly RoundResolver rounds = new(context.Reference, context.Source.Columns);
    readonly UnitResolver units = new(context.Reference.Units);
    readonly PositionResolver positions = new(context.Reference.Positions);

    readonly bool hasNames = context.Source.Columns.Contains("unit_name") || context.Source.Columns.Contains("district");

    public RoundResolver Rounds => rounds;

    /// <summary>Refuses a file that names no round, or whose only round is not known.</summary>
    public bool LackRound()
    {
        if (context.Source.Columns.Contains("round")) return false;
        if (context.Options.RoundCode is not { } code)
            context.Findings.Refuse("round", Rule.MissingColumn, Messages.MissingRoundColumn());
        else if (rounds.Find(code) is { Value: null } unknown)
            context.Findings.Refuse(code, unknown.Rule, unknown.Message);
        else
            return false;
        return true;
    }

    /// <param name="otherwise">Code of the round where the row names none.</param>
    public RoundRules? Round(string? otherwise)
    {
        var code = otherwise is null ? context.Cells.Required("round") : context.Cells.Text("round");
        if (otherwise is not null && !context.Findings.Row.Has("round")) code = otherwise;
        return code.Length == 0 ? null : Take("round", code, rounds.Find(code));
    }

    /// <summary>The unit by its code, else by its name.</summary>
    /// <param name="rules">The row's round; without it names cannot be looked up.</param>
    /// <param name="heldOn">Date of the vote; without it the first day of the round counts.</param>
    public Unit? Unit(RoundRules? rules, DateOnly? heldOn)
    {
        var at = heldOn ?? rules?.Round.HeldFrom;
        var row = context.Findings.Row;
        var column = row.Has("unit") ? "unit" : "unit_name";
        if (column != "unit" && !row.Has(column))
        {
            RequireUnit();
            return null;
        }
        var unit = column == "unit" ? UnitByCode(at) : UnitByName(rules, at);
        if (unit is not null && rules is not null) CheckLevel(unit, rules, column);
        return unit;
    }

    public Position? Position(RoundRules? rules)
    {
        var text = context.Cells.Required("position");
        if (text.Length == 0 || Take("position", text, positions.Find(text)) is not { } position) return null;
        if (rules is not null && !rules.Regime.Covers(position.Code))
            context.Findings.Error("position", text, Rule.PositionNotCovered, Messages.PositionNotCovered(position, rules.Regime));
        return position;
    }

    void RequireUnit()
    {
        var columns = context.Source.Columns;
        if (columns.Contains("unit") && columns.Contains("unit_name"))
            context.Findings.Error("unit", null, Rule.MissingValue, Messages.MissingUnit());
        else
            context.Cells.Require(columns.Contains("unit_name") ? "unit_name" : "unit");
    }

    Unit? UnitByCode(DateOnly? at)
    {
        var code = context.Cells.Text("unit");
        // Not needed beside a code, but no cell may hold what no cell may hold.
        if (hasNames)
        {
            context.Cells.Text("unit_name");
            context.Cells.Text("district");
        }
        return code.Length > 0 ? Take("unit", code, units.ByCode(code, at)) : null;
    }

    Unit? UnitByName(RoundRules? rules, DateOnly? at)
    {
        var name = context.Cells.Text("unit_name");
        var district = context.Cells.Text("district");
        return name.Length > 0 && rules is not null && at is { } date
            ? Take("unit_name", name, units.ByName(name, district, date, rules.Round.Level))
            : null;
    }

    void CheckLevel(Unit unit, RoundRules rules, string column)
    {
        if (unit.Level != rules.Round.Level)
            context.Findings.Error(column, context.Findings.Row[column], Rule.LevelNotCovered, Messages.LevelNotOfRound(unit, rules.Round));
        else if (!rules.Regime.Covers(unit.Level))
            context.Findings.Error(column, context.Findings.Row[column], Rule.LevelNotCovered, Messages.LevelNotCovered(unit.Level, rules.Regime));
    }

    T? Take<T>(string column, string text, Lookup<T> found) where T : class
    {
        if (found.Value is null) context.Findings.Error(column, text, found.Rule, found.Message);
        return found.Value;
    }
}
