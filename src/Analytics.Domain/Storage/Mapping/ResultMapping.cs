using Analytics.Domain.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class ResultMapping : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Counts);
        builder.HasOne<Rounds.Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Units.Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Rounds.Position>().WithMany().HasForeignKey(r => r.PositionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<People.Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Imports.Import>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Restrict);
        // The result's key: one current version each.
        builder.HasIndex(r => new { r.RoundId, r.UnitId, r.PositionId, r.OfficialKey }).IsUnique().HasFilter("to_version IS NULL");
        builder.HasIndex(r => new { r.RoundId, r.Sequence });
        builder.HasIndex(r => new { r.UnitId, r.RoundId });
        builder.HasIndex(r => r.PersonId);
        builder.HasIndex(r => r.PositionId);
        builder.HasIndex(r => new { r.ImportId, r.RowNumber });
        // What a version closed: few rows, asked for by each refresh.
        builder.HasIndex(r => r.ToVersion).HasFilter("to_version IS NOT NULL");
    }
}

sealed class ThresholdMarkMapping : IEntityTypeConfiguration<ThresholdMark>
{
    public void Configure(EntityTypeBuilder<ThresholdMark> builder)
    {
        builder.HasKey(m => m.ResultId);
        builder.Property(m => m.ResultId).ValueGeneratedNever();
        builder.HasOne<Result>().WithMany().HasForeignKey(m => m.ResultId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.RoundId);
    }
}
