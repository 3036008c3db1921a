using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Domain.Storage;

/// <summary>Tables and columns in lower case with underscores, the same on every provider and in the shell.</summary>
static class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.ClrType.Name is var name && name.Contains('`', StringComparison.Ordinal)
                ? entity.GetTableName()!.Replace("AspNet", "Access", StringComparison.Ordinal)
                : name.Replace("RegimeRow", "Regime", StringComparison.Ordinal)));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.Name));
        }
    }

    static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
