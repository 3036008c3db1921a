using System.Data.Common;
using Analytics.Domain.People;
using Analytics.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Analytics.Ingest.Loading;

/// <summary>Writes what was learned of people who are in the store: one prepared statement, for every file of a later round touches everybody in it.</summary>
static class PersonChanges
{
    const string Update = "UPDATE person SET official_code = @code, born = @born, anchor_unit_id = @unit, anchor_position_id = @position WHERE id = @id";

    public static void Save(AnalyticsDb db, IReadOnlyCollection<Person> people)
    {
        if (people.Count == 0) return;
        db.Database.OpenConnection();
        using var update = db.Database.GetDbConnection().CreateCommand();
        update.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        update.CommandText = Update;
        foreach (var p in people)
        {
            update.Parameters.Clear();
            foreach (var (name, value) in (ReadOnlySpan<(string, object?)>)[("@code", p.OfficialCode), ("@born", p.Born), ("@unit", p.AnchorUnitId), ("@position", p.AnchorPositionId), ("@id", p.Id)])
                Add(update, name, value);
            update.ExecuteNonQuery();
        }
        db.Database.CloseConnection();
    }

    static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        // PostgreSQL asks for the type of an absent value.
        if (value is null) parameter.DbType = name is "@code" or "@born" ? System.Data.DbType.String : System.Data.DbType.Int32;
        command.Parameters.Add(parameter);
    }
}
