using Analytics.Domain.Briefings;
using Analytics.Domain.Coverage;
using Analytics.Domain.Rounds;
using Analytics.Domain.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Analytics.Domain.Storage.Mapping;

sealed class RoundTextMapping : IEntityTypeConfiguration<RoundText>
{
    public void Configure(EntityTypeBuilder<RoundText> builder)
    {
        builder.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.RoundId, t.UnitId, t.Section });
    }
}

sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.HasOne<Round>().WithMany().HasForeignKey(o => o.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.RoundId, o.UnitId });
    }
}

sealed class RoundReportMapping : IEntityTypeConfiguration<RoundReport>
{
    public void Configure(EntityTypeBuilder<RoundReport> builder)
    {
        builder.HasOne<Round>().WithMany().HasForeignKey(r => r.RoundId).OnDelete(DeleteBehavior.Restrict);
        // A stage is passed once, whoever presses first.
        builder.Property(r => r.Stage).IsConcurrencyToken();
        builder.Property(r => r.Draft).IsConcurrencyToken();
    }
}

sealed class ReportEventMapping : IEntityTypeConfiguration<ReportEvent>
{
    public void Configure(EntityTypeBuilder<ReportEvent> builder)
    {
        builder.HasOne<RoundReport>().WithMany().HasForeignKey(e => e.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.ReportId);
    }
}
