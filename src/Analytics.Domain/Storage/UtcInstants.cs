using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Analytics.Domain.Storage;

/// <summary>Every instant of the store is UTC: SQLite gives it back without saying so, PostgreSQL refuses any other.</summary>
sealed class UtcInstants() : ValueConverter<DateTime, DateTime>(
    instant => instant.Kind == DateTimeKind.Local ? instant.ToUniversalTime() : DateTime.SpecifyKind(instant, DateTimeKind.Utc),
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
