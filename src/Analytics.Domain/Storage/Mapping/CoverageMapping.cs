using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class StepRecordMapping : IEntityTypeConfiguration<StepRecord>
{
    public void Configure(EntityTypeBuilder<StepRecord> builder)
    {
        builder.HasOne<Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Imports.Import>().WithMany().HasForeignKey(s => s.ImportId).OnDelete(DeleteBehavior.Restrict);
        // One that stands, whatever was taken back before; with the day, a round's way is read from the index alone.
        builder.HasIndex(s => new { s.RoundId, s.UnitId, s.Step }).IsUnique().HasFilter("removed_at IS NULL");
    }
}

sealed class RoundPlanMapping : IEntityTypeConfiguration<RoundPlan>
{
    public void Configure(EntityTypeBuilder<RoundPlan> builder)
    {
        builder.HasKey(p => p.RoundId);
        builder.Property(p => p.RoundId).ValueGeneratedNever();
        builder.HasOne<Round>().WithOne().HasForeignKey<RoundPlan>(p => p.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.HasOne<Unit>().WithMany().HasForeignKey(c => c.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.BodyId);
    }
}

sealed class UrgingMapping : IEntityTypeConfiguration<Urging>
{
    public void Configure(EntityTypeBuilder<Urging> builder)
    {
        builder.HasOne<Round>().WithMany().HasForeignKey(u => u.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.BodyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.RoundId, u.BodyId });
    }
}
