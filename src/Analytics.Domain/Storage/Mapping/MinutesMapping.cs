using Analytics.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class VerificationMapping : IEntityTypeConfiguration<Verification>
{
    public void Configure(EntityTypeBuilder<Verification> builder)
    {
        builder.HasOne<Results.Result>().WithMany().HasForeignKey(v => v.ResultId).OnDelete(DeleteBehavior.Restrict);
        // One that stands, whatever was taken back before.
        builder.HasIndex(v => v.ResultId).IsUnique().HasFilter("revoked_at IS NULL");
    }
}

sealed class MinutesScanMapping : IEntityTypeConfiguration<MinutesScan>
{
    public void Configure(EntityTypeBuilder<MinutesScan> builder)
    {
        builder.HasOne<Rounds.Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Units.Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.RoundId, s.UnitId });
    }
}

sealed class UnitQualityMapping : IEntityTypeConfiguration<UnitQuality>
{
    public void Configure(EntityTypeBuilder<UnitQuality> builder)
    {
        builder.HasKey(q => new { q.RoundId, q.UnitId });
        builder.HasIndex(q => new { q.RoundId, q.Fingerprint });
    }
}
