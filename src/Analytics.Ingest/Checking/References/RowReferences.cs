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

    public RoundResolver Rounds => rounds;

    /// <param name="otherwise">Code of the round where the row names none.</param>
    public RoundRules? Round(string? otherwise)
    {
        var code = context.Cells.Text("round");
        if (!context.Findings.Row.Has("round"))
        {
            if (otherwise is null) context.Cells.Require("round");
            code = otherwise ?? "";
        }
        return code.Length == 0 ? null : Take("round", code, rounds.Find(code));
    }

    /// <summary>The unit by its code, else by its name.</summary>
    /// <param name="rules">The row's round; without it names cannot be looked up.</param>
    /// <param name="heldOn">Date of the vote; without it the first day of the round counts.</param>
    public Unit? Unit(RoundRules? rules, DateOnly? heldOn)
    {
        var at = heldOn ?? rules?.Round.HeldFrom;
        var row = context.Findings.Row;
        Unit? unit;
        if (row.Has("unit"))
            unit = context.Cells.Text("unit") is { Length: > 0 } code ? Take("unit", code, units.ByCode(code, at)) : null;
        else if (row.Has("unit_name"))
            unit = UnitByName(rules, at);
        else
        {
            RequireUnit();
            return null;
        }
        if (unit is not null && rules is not null) CheckLevel(unit, rules, row.Has("unit") ? "unit" : "unit_name");
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
